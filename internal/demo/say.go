package demo

import (
	"encoding/base64"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strconv"
	"time"
)

// printer writes for a person. What it cannot write is lost: the demonstration
// goes on.
type printer struct{ out io.Writer }

func (p printer) step(format string, args ...any) {
	fmt.Fprintf(p.out, "\n"+format+"\n", args...)
}

func (p printer) line(format string, args ...any) {
	fmt.Fprintf(p.out, "  "+format+"\n", args...)
}

func (p printer) command(format string, args ...any) {
	p.line("$ "+format, args...)
}

func (p printer) proven(format string, args ...any) {
	p.line("✓ "+format, args...)
}

// count writes a number with separators: 1,707.
func count[N int | uint64](n N) string {
	s := strconv.FormatUint(uint64(n), 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.3f s", d.Seconds()) }

func clock(ms int64) string {
	return time.UnixMilli(ms).UTC().Format("2006-01-02T15:04:05.000Z")
}

// Walkthrough begins the line before the commands that a user can paste into a shell,
// and a test runs.
const Walkthrough = "Try it, in another shell (here, in this folder), as the second account"

// tryNext prints commands that work as they are, and the line that says where the
// network is.
func (r *run) tryNext() error {
	header, err := r.basicHeader()
	if err != nil {
		return err
	}
	from := busiestDay(r.events)
	bin, broker := r.cfg.Binary, r.devnet.Brokers[0].URL
	read := broker + "/stores/" + url.PathEscape(string(r.stream)) + "/data/partitions/0"

	r.say.step(Walkthrough)
	for _, kv := range r.environment(r.devnet.Accounts[1].PrivateKey) {
		r.say.line("export %s", kv)
	}
	r.commands([]shown{
		{"tokens for coins, a stream of your own, a stake that keeps it", []string{
			bin + " mint --usd 5 --yes",
			bin + " stream create /weather --yes",
			bin + " store stake /weather 1000000 --yes",
		}},
		{"publish, signed with your key", []string{
			`echo '{"city":"Oslo","celsius":-3.5}' | ` + bin + " publish /weather",
		}},
		{"a stake for queries, and the events between two timestamps, verified", []string{
			bin + " query stake 1000000 --yes",
			bin + " query range /weather --from -1h --to now --verify",
		}},
		{"what is left of it all", []string{
			bin + " balance", bin + " store balance", bin + " query balance",
		}},
		{"a day of the earthquakes with its proof, checked without the broker", []string{
			fmt.Sprintf("%s query range %s --from %s --to %s --proof %s -o %s", bin, r.stream,
				from.Format(time.RFC3339), from.Add(day).Format(time.RFC3339), filepath.Join(r.dir, "day.proof"), filepath.Join(r.dir, "day.ndjson")),
			fmt.Sprintf("%s verify %s", bin, filepath.Join(r.dir, "day.proof")),
		}},
	})
	r.say.step("More")
	r.commands([]shown{
		{"follow your stream, from an hour ago into the present", []string{bin + " subscribe /weather --from -1h"}},
		{"the HTTP API of the original, with the first account's Basic header", []string{
			fmt.Sprintf("curl -H '%s' '%s/last?count=2'", header, read),
		}},
		{"everything that the API can do", []string{"curl " + broker + "/openapi.json"}},
	})
	fmt.Fprintf(r.cfg.Out, "\nready: %s (Ctrl-C stops the network; %s keeps its data)\n", broker, r.dir)
	return nil
}

// shown are commands and what they are for.
type shown struct {
	what     string
	commands []string
}

func (r *run) commands(list []shown) {
	for _, c := range list {
		r.say.line("# %s", c.what)
		for _, command := range c.commands {
			r.say.line("%s", command)
		}
	}
}

// basicHeader is the original's way to sign in: the address, and its signature
// over the address. It never expires, so it is good for a demonstration only.
func (r *run) basicHeader() (string, error) {
	user := r.key.UserID().String()
	signature, err := r.key.SignPayload([]byte(user))
	if err != nil {
		return "", fmt.Errorf("sign in: %w", err)
	}
	credentials := user + ":" + base64.StdEncoding.EncodeToString(signature)
	return "Authorization: Basic " + base64.StdEncoding.EncodeToString([]byte(credentials)), nil
}
