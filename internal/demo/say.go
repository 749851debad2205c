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

// tryNext prints commands that work as they are, and the line that says where the
// node is.
func (r *run) tryNext() error {
	header, err := r.basicHeader()
	if err != nil {
		return err
	}
	at := "--dir " + r.dir
	if r.node.URL != "http://"+defaultHTTP {
		at += " --node " + r.node.URL
	}
	from := busiestDay(r.events)
	bin, from3339, to3339 := r.cfg.Binary, from.Format(time.RFC3339), from.Add(day).Format(time.RFC3339)
	read := r.node.URL + "/stores/" + url.PathEscape(string(r.stream)) + "/data/partitions/0"

	r.say.step("Try next, in another shell (here, in this folder)")
	for _, c := range []struct{ what, command string }{
		{"the same query, as a table and verified", fmt.Sprintf("%s query range %s %s --from %s --to %s --verify", bin, at, Stream, from3339, to3339)},
		{"keep the answer with its proof, and check it without the node", fmt.Sprintf("%[1]s query range %[2]s %[3]s --from %[4]s --to %[5]s --proof %[6]s -o %[7]s\n  %[1]s verify %[6]s",
			bin, at, Stream, from3339, to3339, filepath.Join(r.dir, "day.proof"), filepath.Join(r.dir, "day.ndjson"))},
		{"how the events spread over time", fmt.Sprintf("%s stats %s %s", bin, at, Stream)},
		{"publish something of your own", fmt.Sprintf("echo '{\"hello\":\"world\"}' | %s publish %s /hello", bin, at)},
		{"and follow it, from an hour ago into the present", fmt.Sprintf("%s subscribe %s /hello --from -1h", bin, at)},
		{"the HTTP API of the original, with its Basic header", fmt.Sprintf("AUTH='%s'\n  curl -H \"$AUTH\" '%s/last?count=2'", header, read)},
		{"a whole range as NDJSON", fmt.Sprintf("curl -H \"$AUTH\" '%s/range?fromTimestamp=%d&toTimestamp=%d&format=ndjson'", read, from.UnixMilli(), from.Add(day).UnixMilli()-1)},
		{"everything that the API can do", "curl " + r.node.URL + "/openapi.json"},
	} {
		r.say.line("# %s", c.what)
		r.say.line("%s", c.command)
	}
	fmt.Fprintf(r.cfg.Out, "\nready: %s (Ctrl-C stops the node; %s keeps its data)\n", r.node.URL, r.dir)
	return nil
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
