package sample

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// What is fetched. The digests are the ones that the package's publisher
// announced for this version and the one of the single file that is used.
const (
	Package   = "vega-datasets@2.7.0"
	integrity = "sha512-dvHJFK9ousiblywNcRcJbedwbcAfVY/RH1UAqEWfvu4GZrXFibPlO+u8nP/onxDETcaHFDOGFs/+SK1P/sjjOQ=="
	member    = "package/data/earthquakes.json"
	fileHash  = "a42702a83ffbae679f95d1fa53e2cae0bae13b21e599a68cdd50a44fc52129f7"
	download  = "5.7 MB"

	// FileName is what the data file is called in the cache folder.
	FileName = "earthquakes.json"
)

// Errors that Fetch returns, wrapped with what to do about them.
var (
	// ErrNoNPM says that the npm client is needed and is not there.
	ErrNoNPM = errors.New("npm was not found")
	// ErrDownload says that npm could not get the package.
	ErrDownload = errors.New("the sample data could not be downloaded")
	// ErrDigest says that what arrived is not what was pinned; it is not used.
	ErrDigest = errors.New("the sample data is not what was expected")
)

// Config says where the data is kept and how it is fetched.
type Config struct {
	// CacheDir is the folder that keeps the data file; it is made if need be.
	CacheDir string
	// Progress gets one line when something is downloaded; nil for silence.
	Progress io.Writer
	// NPM is the npm client to run; empty for "npm" from the PATH.
	NPM string
}

// Fetch returns the path of the data file, and downloads it first if the cache
// has none or a damaged one. A file that was put there by hand is taken if it
// is the right one.
func Fetch(ctx context.Context, cfg Config) (string, error) {
	path := filepath.Join(cfg.CacheDir, FileName)
	if data, err := os.ReadFile(path); err == nil && digestOf(data) == fileHash {
		return path, nil
	}
	if err := os.MkdirAll(cfg.CacheDir, 0o755); err != nil {
		return "", fmt.Errorf("make the cache folder: %w", err)
	}
	tarball, err := pack(ctx, cfg)
	if err != nil {
		return "", fmt.Errorf("%w; or put the file data/%s of the npm package %s at %s yourself", err, FileName, Package, path)
	}
	if got := integrityOf(tarball); got != integrity {
		return "", fmt.Errorf("%w: package %s has digest %s, expected %s; nothing was kept", ErrDigest, Package, got, integrity)
	}
	data, err := extract(tarball, member)
	if err != nil {
		return "", fmt.Errorf("unpack %s: %w", Package, err)
	}
	if got := digestOf(data); got != fileHash {
		return "", fmt.Errorf("%w: %s has SHA-256 %s, expected %s; nothing was kept", ErrDigest, member, got, fileHash)
	}
	if err := writeFile(path, data); err != nil {
		return "", fmt.Errorf("keep the sample data: %w", err)
	}
	return path, nil
}

// pack lets npm download the package and returns the archive. npm neither
// unpacks it nor runs anything in it.
func pack(ctx context.Context, cfg Config) ([]byte, error) {
	npm := cfg.NPM
	if npm == "" {
		npm = "npm"
	}
	bin, err := exec.LookPath(npm)
	if err != nil {
		return nil, fmt.Errorf("%w: install Node.js (version 20 or newer; npm comes with it)", ErrNoNPM)
	}
	dir, err := os.MkdirTemp(cfg.CacheDir, "npm-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for the download: %w", err)
	}
	defer os.RemoveAll(dir)
	if cfg.Progress != nil {
		fmt.Fprintf(cfg.Progress, "downloading the npm package %s (%s, once; kept in %s)\n", Package, download, cfg.CacheDir)
	}
	var stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, bin, "pack", Package, "--pack-destination", dir, "--ignore-scripts", "--loglevel=error")
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("%w: %w", ErrDownload, context.Cause(ctx))
		}
		return nil, fmt.Errorf("%w: npm said: %s; check the network and try again", ErrDownload, lastWords(stderr.Bytes()))
	}
	found, err := filepath.Glob(filepath.Join(dir, "*.tgz"))
	if err != nil || len(found) != 1 {
		return nil, fmt.Errorf("%w: npm left %d archives in %s, expected one", ErrDownload, len(found), dir)
	}
	return os.ReadFile(found[0])
}

// extract returns the content of one file of a gzipped tar archive.
func extract(tarball []byte, name string) ([]byte, error) {
	zr, err := gzip.NewReader(bytes.NewReader(tarball))
	if err != nil {
		return nil, err
	}
	tr := tar.NewReader(zr)
	for {
		h, err := tr.Next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("the archive has no file %s", name)
		}
		if err != nil {
			return nil, err
		}
		if h.Name != name {
			continue
		}
		if h.Size > maxFileBytes {
			return nil, fmt.Errorf("%s has %d bytes, more than %d", name, h.Size, maxFileBytes)
		}
		return io.ReadAll(tr)
	}
}

// writeFile puts data at path in one step: a reader sees all of it or nothing.
func writeFile(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), FileName+".*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err := f.Write(data); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

func digestOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func integrityOf(data []byte) string {
	sum := sha512.Sum512(data)
	return "sha512-" + base64.StdEncoding.EncodeToString(sum[:])
}

// lastWords is the end of what a program said, short enough for an error.
func lastWords(out []byte) string {
	const most = 400
	out = bytes.TrimSpace(out)
	if len(out) == 0 {
		return "nothing"
	}
	if len(out) > most {
		out = append([]byte("…"), out[len(out)-most:]...)
	}
	return string(bytes.ReplaceAll(out, []byte("\n"), []byte("; ")))
}
