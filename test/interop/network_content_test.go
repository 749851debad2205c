//go:build interop

package interop

import (
	"bytes"
	"strings"
	"testing"

	"github.com/logstore/logstore"
)

// oddContents are JSON values that are easily changed on the way, written as
// JSON.stringify does, and binary data, up to 500 kB.
func oddContents() []contentItem {
	var items []contentItem
	for _, text := range []string{
		`{}`, `[]`, `{"":""}`, `{"a":{"b":[1,[2,[3,{}]],null,true,false]}}`,
		`[0,-1,0.1,1e+21,1e-7,123456789012345680000,1.7976931348623157e+308,5e-324,9007199254740991]`,
		`{"__proto__":1,"constructor":{"toString":null}}`,
		`{"2":"numbers first","10":"then","b":"the others","a":"as they came"}`,
		`"a text alone"`, `17`, `true`, `null`, `""`,
		"{\"text\":\"äöü ßẞ İı Ω≈ç√ 漢字 \u0301e ﷽ 👩‍👩‍👧‍👦 \U0001F1E9\U0001F1EA \u200f\u202e\ufeff\u2028\u2029\"}",
		`{"ключ":"значение","鍵":"値"}`,
		`{"escapes":"\" \\ / \b \f \n \r \t \u0000 \u0001 \u001f \ud800"}`,
		strings.Repeat("[", 500) + strings.Repeat("]", 500),
		`{"long":"` + strings.Repeat("0123456789", 50_000-2) + `"}`,
		`{"wide":"` + strings.Repeat("€", 100_000) + `"}`,
		`[` + strings.Repeat(`{"k":1},`, 20_000) + `0]`,
	} {
		items = append(items, contentItem{Text: text})
	}
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	for _, data := range [][]byte{
		{0}, {0xff, 0xfe, 0xfd}, all, []byte(`{"looks":"like JSON"}`), bytes.Repeat(all, 500_000/256),
	} {
		items = append(items, contentItem{Base64: data})
	}
	return items
}

// Odd contents arrive as they were published: plain ones signed with every kind of key,
// and encrypted ones. Each kind of key publishes to a partition of its own.
func contentsArrive(t testing.TB, l *lab, tp topology) {
	for _, public := range []bool{true, false} {
		keyTypes := []string{"", "p256", "mldsa"}
		if !public {
			keyTypes = keyTypes[:1]
		}
		s := l.stage(t, tp, len(keyTypes), access{}, relaySpec{})
		subscriber := s.subscriber(t, 1, peerConfig{})
		reader := subscriber.user
		if public {
			reader = logstore.Public
		}
		l.grant(t, s.stream, logstore.RightSubscribe, reader)
		s.subscribeAll(subscriber)
		var want []networkMessage
		for i, keyType := range keyTypes {
			publisher := s.publisher(t, peerConfig{KeyType: keyType})
			l.grant(t, s.stream, logstore.RightPublish, publisher.user)
			publisher.join(s.parts[i], 1)
			want = append(want, publisher.publish(batch{Items: oddContents()}.to(s.parts[i]))...)
		}
		s.check(want, subscriber)
	}
}
