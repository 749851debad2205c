package plugins

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
)

// docs/plugins.md tells what the code does.
func TestDocumentation(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("../../docs/plugins.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	want := []string{
		"`" + DefaultHTTPListen + "`", "`" + DefaultWebSocketListen + "`", "`" + DefaultMQTTListen + "`",
		fmt.Sprintf("(%d bytes)", MaxPayload),
		fmt.Sprintf("%d messages or %d MiB", DefaultLimits().QueueMessages, DefaultLimits().QueueBytes>>20),
		fmt.Sprintf("%d topics", DefaultLimits().MaxSubscriptions),
		"nothing for 10 s before being let in, or takes no bytes for 10 s",
		fmt.Sprintf("| `%d` |", DefaultConfig().HTTP.MaxConnections),
		"`" + applicationPing + "`", "`" + applicationPong + "`",
		fmt.Sprintf("| %d |", endSlow.code), fmt.Sprintf("| %d |", endShutdown.code), fmt.Sprintf("| %d |", endTooLarge.code),
		fmt.Sprintf("MQTT 5 `0x%X`", endSlow.mqtt.Code),
	}
	for _, c := range append(classesOnly(), internal) {
		want = append(want, fmt.Sprint(c.http))
		if c.close != 0 {
			want = append(want, fmt.Sprintf("| %d |", c.close))
		}
		want = append(want, fmt.Sprintf("`0x%X`", c.pub.Code), fmt.Sprintf("`0x%X`", c.sub.Code))
	}
	m, err := newMetrics(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range m.all() {
		descs := make(chan *prometheus.Desc, 1)
		c.Describe(descs)
		_, name, _ := strings.Cut((<-descs).String(), `fqName: "`)
		name, _, _ = strings.Cut(name, `"`)
		want = append(want, "`"+name+"`")
	}
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("docs/plugins.md does not say %q", w)
		}
	}
	if l := DefaultLimits(); l.ReadTimeout.Seconds() != 10 || l.WriteTimeout.Seconds() != 10 {
		t.Error("docs/plugins.md says 10 s for time-outs")
	}
}

func classesOnly() []class {
	list := make([]class, 0, len(classes))
	for _, c := range classes {
		list = append(list, c.class)
	}
	return list
}
