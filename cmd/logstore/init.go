package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/keys"
)

func (a *app) initCommand() *cobra.Command {
	var light bool
	cmd := &cobra.Command{
		Use:     "init",
		Short:   "Make a key and a configuration",
		GroupID: "node",
		Long: `Makes a directory with a fresh private key in an encrypted keystore (key.json) and
a commented configuration (config.yaml). Nothing is overwritten.

The password is read from --password-file, LOGSTORE_KEY_PASSWORD or the terminal,
in this order. Without any of them a random one is made and kept in the file
"password", which only you can read. If LOGSTORE_PRIVATE_KEY is set, that key goes
into the keystore instead of a fresh one.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			kdf := keys.StandardKDF
			if light {
				kdf = keys.LightKDF
			}
			return a.init(kdf)
		},
	}
	cmd.Flags().BoolVar(&light, "insecure-light-kdf", false, "protect the keystore with little work, for tests and throw-away keys")
	return cmd
}

// made is what init reports.
type made struct {
	Dir          string `json:"dir"`
	Config       string `json:"config"`
	Keystore     string `json:"keystore"`
	PasswordFile string `json:"passwordFile,omitempty"`
	Address      string `json:"address"`
	generated    bool   // the password is a random one
}

func (a *app) init(kdf keys.KDF) error {
	dir, err := a.home()
	if err != nil {
		return err
	}
	m := made{Dir: dir, Config: filepath.Join(dir, "config.yaml"), Keystore: filepath.Join(dir, "key.json")}
	for _, name := range []string{m.Config, m.Keystore, filepath.Join(dir, "password")} {
		if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s exists and is not overwritten; choose another directory with --dir", name)
		}
	}
	key, err := a.newKey()
	if err != nil {
		return err
	}
	active := map[string]string{
		"data_dir": "data", "key.keystore": "key.json",
		"http.listen": "127.0.0.1:7771", "admin.listen": "127.0.0.1:7772",
	}
	password, err := a.newPassword(&m, active)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make directory: %w", err)
	}
	if m.generated {
		if err := keys.WriteSecret(m.PasswordFile, []byte(password+"\n")); err != nil {
			return err
		}
	}
	if err := key.Save(m.Keystore, password, kdf); err != nil {
		return err
	}
	m.Address = key.String()
	var text bytes.Buffer
	if err := config.Template(&text, active); err != nil {
		return err
	}
	if err := keys.WriteSecret(m.Config, text.Bytes()); err != nil {
		return err
	}
	return a.printMade(&m)
}

func (a *app) newKey() (*keys.Key, error) {
	private := a.getenv("LOGSTORE_PRIVATE_KEY")
	if private == "" {
		return keys.Generate(rand.Reader)
	}
	k, err := keys.FromHex(private)
	if err != nil {
		return nil, fmt.Errorf("LOGSTORE_PRIVATE_KEY: %w", err)
	}
	return k, nil
}

// newPassword finds the password for a new keystore and notes in the configuration
// where the node will find it.
func (a *app) newPassword(m *made, active map[string]string) (string, error) {
	if a.passwordFile != "" {
		path, err := filepath.Abs(a.passwordFile)
		if err != nil {
			return "", fmt.Errorf("find password file: %w", err)
		}
		active["key.password_file"], m.PasswordFile = path, path
		password, err := keys.PasswordFile(path)
		if err == nil && password == "" {
			err = fmt.Errorf("password file %s is empty", path)
		}
		return password, err
	}
	if password := a.getenv("LOGSTORE_KEY_PASSWORD"); password != "" {
		return password, nil
	}
	if isTerminal(a.in) {
		password, err := keys.Prompt("Password for the new key: ")
		if err != nil {
			return "", err
		}
		if password == "" {
			return "", errors.New("the password is empty; give one, or a file with --password-file")
		}
		again, err := keys.Prompt("Once more: ")
		if err != nil {
			return "", err
		}
		if password != again {
			return "", errors.New("the two passwords differ; nothing was made")
		}
		return password, nil
	}
	m.PasswordFile, m.generated = filepath.Join(m.Dir, "password"), true
	active["key.password_file"] = "password"
	return keys.RandomPassword(), nil
}

func (a *app) printMade(m *made) error {
	if a.json {
		return json.NewEncoder(a.out).Encode(m)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "Address        %s\nConfiguration  %s\nKeystore       %s\n", m.Address, m.Config, m.Keystore)
	if m.generated {
		fmt.Fprintf(&out, "Password       %s (random; keep it away from copies of the keystore)\n", m.PasswordFile)
	}
	at := ""
	if a.dir != "" {
		at = " --dir " + a.dir
	}
	fmt.Fprintf(&out, `
Start the node:
  logstore broker start%[1]s
and in another shell:
  echo '{"hello":"world"}' | logstore publish%[1]s /demo
  logstore query last%[1]s /demo
`, at)
	_, err := a.out.Write(out.Bytes())
	return err
}
