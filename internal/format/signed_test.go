package format

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/logstore/logstore/message"
)

func TestSignedRoundTrip(t *testing.T) {
	t.Parallel()
	messages := goldenMessages(t)
	messages["example"] = example().AppendWire(nil)
	messages["encrypted example"] = encryptedExample().AppendWire(nil)
	notUTF8 := example()
	notUTF8.Content = []byte("{\"a\":\"\xff\"}")
	messages["not UTF-8"] = notUTF8.AppendWire(nil)
	request := example()
	request.Content, request.Request = nil, &message.GroupKeyRequest{RequestID: "r", Recipient: request.Publisher}
	messages["group key request"] = request.AppendWire(nil)
	if len(messages) < 100 {
		t.Errorf("only %d messages", len(messages))
	}
	for name, wire := range messages {
		m, err := message.Decode(wire)
		if err != nil {
			t.Fatal(name, err)
		}
		text := AppendSigned(nil, m)
		if !json.Valid(text) || !utf8.Valid(text) {
			t.Errorf("%s: not JSON: %s", name, text)
		}
		raw := []byte(`{"raw":"` + base64.StdEncoding.EncodeToString(wire) + `"}`)
		for _, in := range [][]byte{text, raw, slices.Concat([]byte(" \n"), text, []byte("\r\n"))} {
			got, err := ParseSigned(in)
			if err != nil {
				t.Errorf("%s: %v\n%s", name, err, in)
				continue
			}
			clear(in) // the message must not live in there
			if back := got.AppendWire(nil); !bytes.Equal(back, wire) {
				t.Errorf("%s: %x\nwant %x", name, back, wire)
			}
		}
	}
}

func TestArrayRoundTrip(t *testing.T) {
	t.Parallel()
	for name, wire := range goldenMessages(t) {
		m, err := message.Decode(wire)
		if err != nil {
			t.Fatal(name, err)
		}
		if !m.IsContent() {
			continue
		}
		line := AppendArray(nil, m)
		got, err := ParseSigned(line)
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, line)
			continue
		}
		// The array does not tell the two types of secp256k1 apart.
		if got.SignatureType != m.SignatureType {
			if got.SignatureType > message.SignatureSecp256k1EVM || m.SignatureType > message.SignatureSecp256k1EVM {
				t.Errorf("%s: %v became %v", name, m.SignatureType, got.SignatureType)
			}
			got.SignatureType = m.SignatureType
		}
		if back := got.AppendWire(nil); !bytes.Equal(back, wire) {
			t.Errorf("%s: %x\nwant %x", name, back, wire)
		}
	}
}

// fields returns the JSON of example with some members replaced; "" removes one.
func fields(change map[string]string) string {
	all := map[string]string{
		"streamId": `"example.eth/a"`, "streamPartition": "7", "timestamp": "1700000000001", "sequenceNumber": "2",
		"publisherId": `"` + publisherHex + `"`, "msgChainId": `"ch"`, "content": `{ "b": 1.0 }`, "signatureType": "1", "signature": `"0x0102FF"`,
	}
	maps.Copy(all, change)
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if all[key] != "" {
			parts = append(parts, `"`+key+`" : `+all[key])
		}
	}
	return "{" + strings.Join(parts, " , ") + "}"
}

func TestParseSignedAccepts(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change map[string]string
		want   func(*message.Message)
	}{
		"content verbatim":      {nil, func(*message.Message) {}},
		"contentText":           {map[string]string{"content": "", "contentText": `"\u007b\n}"`}, func(m *message.Message) { m.Content = []byte("{\n}") }},
		"contentHex":            {map[string]string{"content": "", "contentHex": `"0xFF00"`}, func(m *message.Message) { m.Content = []byte{0xff, 0} }},
		"binary":                {map[string]string{"content": `"ff00"`, "contentType": "1"}, func(m *message.Message) { m.Content, m.ContentType = []byte{0xff, 0}, message.ContentBinary }},
		"binary, empty":         {map[string]string{"content": `""`, "contentType": "1"}, func(m *message.Message) { m.Content, m.ContentType = nil, message.ContentBinary }},
		"AES as 2":              {map[string]string{"content": `"ff00"`, "encryptionType": "2", "groupKeyId": `"k"`}, func(m *message.Message) { m.Content, m.EncryptionType, m.GroupKeyID = []byte{0xff, 0}, 1, "k" }},
		"AES as 1":              {map[string]string{"content": `"ff00"`, "encryptionType": "1", "groupKeyId": `"k"`}, func(m *message.Message) { m.Content, m.EncryptionType, m.GroupKeyID = []byte{0xff, 0}, 1, "k" }},
		"prevMsgRef null":       {map[string]string{"prevMsgRef": "null"}, func(*message.Message) {}},
		"prevMsgRef array":      {map[string]string{"prevMsgRef": "[ 1700000000001 , 1 ]"}, func(m *message.Message) { m.PrevRef = &message.Ref{Timestamp: 1700000000001, Sequence: 1} }},
		"prevMsgRef object":     {map[string]string{"prevMsgRef": `{ "sequenceNumber" : 1 , "timestamp" : 1700000000001 }`}, func(m *message.Message) { m.PrevRef = &message.Ref{Timestamp: 1700000000001, Sequence: 1} }},
		"newGroupKey":           {map[string]string{"newGroupKey": `{"id":"k","dataHex":"00"}`}, func(m *message.Message) { m.NewGroupKey = &message.EncryptedGroupKey{ID: "k", Data: []byte{0}} }},
		"newGroupKey text":      {map[string]string{"newGroupKey": `"[\"k\",\"00\"]"`}, func(m *message.Message) { m.NewGroupKey = &message.EncryptedGroupKey{ID: "k", Data: []byte{0}} }},
		"messageType":           {map[string]string{"messageType": "27"}, func(*message.Message) {}},
		"nulls":                 {map[string]string{"newGroupKey": "null", "groupKeyId": "null"}, func(*message.Message) {}},
		"content that is none":  {map[string]string{"content": "", "contentText": `"{not json"`}, func(m *message.Message) { m.Content = []byte("{not json") }},
		"content of a scalar":   {map[string]string{"content": `-0.50e1`}, func(m *message.Message) { m.Content = []byte(`-0.50e1`) }},
		"content with escapes":  {map[string]string{"content": `"\ud800\/"`}, func(m *message.Message) { m.Content = []byte(`"\ud800\/"`) }},
		"content, repeated key": {map[string]string{"content": `{"a":1,"a":2}`}, func(m *message.Message) { m.Content = []byte(`{"a":1,"a":2}`) }},
	} {
		want := example()
		want.PrevRef, want.Chain, want.Content = nil, "ch", []byte(`{ "b": 1.0 }`)
		c.want(want)
		text := fields(c.change)
		got, err := ParseSigned([]byte(text))
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, text)
		} else if !bytes.Equal(got.AppendWire(nil), want.AppendWire(nil)) {
			t.Errorf("%s: got %+v\nwant %+v", name, got, want)
		}
	}
}

func TestParseSignedRefuses(t *testing.T) {
	t.Parallel()
	one := func(field, value string) string { return fields(map[string]string{field: value}) }
	array := string(AppendArray(nil, example()))
	for _, c := range []struct{ text, field, reason string }{
		{"", "", "want a JSON object or array, got nothing"},
		{"17", "", "got the number 17"},
		{"null", "", "got null"},
		{"{", "", "want a key in double quotes, got end of text"},
		{"{}", "streamId", "missing"},
		{"{}x", "streamId", "missing"},
		{fields(nil) + "x", "", "want end of text, got 'x'"},
		{fields(nil) + fields(nil), "", "want end of text"},
		{"{\"streamId\":\"\xff\"}", "", "not UTF-8"},
		{one("streamId", "7"), "streamId", "want a string, got the number 7"},
		{one("streamId", `"../x"`), "streamId", "not allowed"},
		{one("streamId", `"EXAMPLE.eth/a"`), "streamId", "lower case"},
		{one("streamId", `"a\u0000b"`), "streamId", "not allowed"},
		{one("streamId", `"a\ud800b"`), "streamId", "surrogate"},
		{one("streamId", ""), "streamId", "missing"},
		{one("streamPartition", `"7"`), "streamPartition", "want an integer, got a string"},
		{one("streamPartition", "100"), "streamPartition", "want 0…99, got 100"},
		{one("streamPartition", "-1"), "streamPartition", "want 0…99, got -1"},
		{one("streamPartition", "4294967296"), "streamPartition", "32 bits"},
		{one("streamPartition", "7.0"), "streamPartition", "the number 7.0"},
		{one("timestamp", "1e12"), "timestamp", "the number 1e12"},
		{one("timestamp", "-5"), "timestamp", "milliseconds since 1970, got -5"},
		{one("timestamp", "99999999999999999999"), "timestamp", "64 bits"},
		{one("timestamp", "9223372036854775807"), "", "timestamp 9223372036854775807"},
		{one("timestamp", "NaN"), "timestamp", `got "N"`},
		{one("timestamp", "null"), "timestamp", "got null"},
		{one("timestamp", "true"), "timestamp", "got a boolean"},
		{one("timestamp", "01"), "", "want ',' or '}', got '1'"},
		{one("sequenceNumber", "-1"), "sequenceNumber", "negative"},
		{one("publisherId", `"ab"`), "publisherId", "0x"},
		{one("publisherId", `"0xabc"`), "publisherId", "odd length"},
		{one("publisherId", `""`), "publisherId", "0x"},
		{one("msgChainId", "{}"), "msgChainId", "got an object"},
		{one("signatureType", ""), "signatureType", "missing"},
		{one("signature", `"0xzz"`), "signature", "want hex"},
		{one("signature", ""), "signature", "missing"},
		{one("content", ""), "content", "missing"},
		{one("content", "{not json}"), "", "want a key in double quotes, got 'n'"},
		{one("content", `[01]`), "", "want ',' or ']'"},
		{one("content", `["\x"]`), "", "after the backslash"},
		{one("content", `["\u12"]`), "", "four hex digits"},
		{one("content", "[\"a\nb\"]"), "", "control characters"},
		{one("contentText", `"x"`), "contentText", "there is content already"},
		{one("contentHex", `"00"`), "contentHex", "there is content already"},
		{fields(map[string]string{"content": "", "contentText": `"\udc00"`}), "contentText", "surrogate"},
		{fields(map[string]string{"content": "", "contentHex": `"0"`}), "contentHex", "want hex"},
		{fields(map[string]string{"contentType": "1"}), "content", "want hex in a string, since the content is binary or encrypted, got an object"},
		{fields(map[string]string{"contentType": "1", "content": `"xy"`}), "content", "want hex"},
		{one("contentType", "2"), "contentType", "want 0 (JSON) or 1 (binary), got 2"},
		{one("encryptionType", "3"), "encryptionType", "want 0 (none) or 2 (AES), got 3"},
		{fields(map[string]string{"encryptionType": "2", "content": `"00"`}), "groupKeyId", "missing"},
		{one("prevMsgRef", "7"), "prevMsgRef", "want null, an object or an array, got the number 7"},
		{one("prevMsgRef", "[1]"), "prevMsgRef", "want 2 elements, got 1"},
		{one("prevMsgRef", "[]"), "prevMsgRef", "got none"},
		{one("prevMsgRef", "[1,2,3]"), "prevMsgRef", "got more"},
		{one("prevMsgRef", `{"timestamp":1}`), "prevMsgRef", "want both"},
		{one("prevMsgRef", `{"timestamp":1,"timestamp":1}`), "prevMsgRef.timestamp", "twice"},
		{one("prevMsgRef", `{"x":1}`), "prevMsgRef.x", "unknown"},
		{one("prevMsgRef", `["1",2]`), "prevMsgRef.timestamp", "want an integer"},
		{one("prevMsgRef", "[1700000000001,2]"), "prevMsgRef", "before the message's own"},
		{one("prevMsgRef", "[-1,2]"), "prevMsgRef", "negative"},
		{one("newGroupKey", "[]"), "newGroupKey", "want null or an object"},
		{one("newGroupKey", `{"id":"k"}`), "newGroupKey", "want both"},
		{one("newGroupKey", `{"id":"k","dataHex":"0"}`), "newGroupKey.dataHex", "want hex"},
		{one("newGroupKey", `{"id":"k","data":"00"}`), "newGroupKey.data", "unknown"},
		{one("newGroupKey", `"[\"k\",\"00\"] x"`), "newGroupKey", "nothing after"},
		{one("messageType", "28"), "messageType", "want 27 (a content message), got 28"},
		{one("streamid", `"x"`), "streamid", "unknown field; want streamId"},
		{one(strings.Repeat("k", 1000), `"x"`), strings.Repeat("k", 64) + "…", "unknown field"},
		{`{"timestamp":1,"timestamp":1}`, "timestamp", "given twice"},
		{`{"timestamp":1,"\u0074imestamp":1}`, "timestamp", "given twice"},
		{one("raw", `"AA=="`), "raw", ""},
		{`{"raw":"not base64!"}`, "raw", "want base64"},
		{`{"raw":7}`, "raw", "want a string"},
		{`{"raw":"` + base64.StdEncoding.EncodeToString(example().AppendWire(nil)) + `","timestamp":1}`, "raw", "stands alone"},
		{"[]", "array form", "got none"},
		{"[31]", "version", "want 32, got 31"},
		{"[32]", "array form", "want 11 elements, got 1"},
		{strings.Replace(array, "[32,[", "[32,{", 1), "message id", "want an array of 6 elements, got an object"},
		{strings.Replace(array, ",27,", ",28,", 1), "messageType", "want 27"},
		{strings.Replace(array, ",2,\"0x0102ff", ",1,\"0x0102ff", 1), "signatureType", "want 2"},
		{strings.Replace(array, `"ch\"1"`, "7", 1), "msgChainId", "want a string"},
		{strings.Replace(array, ",27,0,", ",27,1,", 1), "content", "want hex"},
		{array + "]", "", "end of text"},
		{strings.TrimSuffix(array, "]") + ",1]", "array form", "got more"},
	} {
		m, err := ParseSigned([]byte(c.text))
		fe, ok := errors.AsType[*FieldError](err)
		if !ok || !errors.Is(err, ErrSigned) {
			t.Errorf("%s: %v, %v; want a FieldError", c.text, m, err)
			continue
		}
		if fe.Field != c.field || !strings.Contains(fe.Reason, c.reason) {
			t.Errorf("%s:\nfield %q, reason %q; want %q, %q", c.text, fe.Field, fe.Reason, c.field, c.reason)
		}
	}
	deep := one("content", strings.Repeat("[", 1<<20))
	if _, err := ParseSigned([]byte(deep)); err == nil || !strings.Contains(err.Error(), "nesting") {
		t.Errorf("deep content: %v", err)
	}
}

func FuzzParseSigned(f *testing.F) {
	for _, wire := range goldenMessages(f) {
		m, err := message.Decode(wire)
		if err != nil {
			f.Fatal(err)
		}
		if len(wire) > 2000 { // post-quantum keys only slow the fuzzer down
			continue
		}
		f.Add(AppendSigned(nil, m))
		f.Add(AppendArray(nil, m))
	}
	f.Add([]byte(`{"raw":"` + base64.StdEncoding.EncodeToString(example().AppendWire(nil)) + `"}`))
	f.Add([]byte(fields(nil)))
	f.Add([]byte(fields(map[string]string{"prevMsgRef": "[1,2]", "newGroupKey": `"[\"k\",\"00\"]"`})))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := ParseSigned(data)
		if err != nil {
			if !errors.Is(err, ErrSigned) {
				t.Fatalf("%q: %v is no ErrSigned", data, err)
			}
			return
		}
		if !json.Valid(data) {
			t.Fatalf("%q: accepted, and is no JSON", data)
		}
		if err := m.Validate(); err != nil {
			t.Fatalf("%q: accepted, but %v", data, err)
		}
		text := AppendSigned(nil, m)
		again, err := ParseSigned(text)
		if err != nil || !bytes.Equal(m.AppendWire(nil), again.AppendWire(nil)) {
			t.Fatalf("%q → %s → %v", data, text, err)
		}
		if m.IsContent() && (!isPlainJSON(m) || utf8.Valid(m.Content)) && m.SignatureType >= 0 && m.SignatureType < 1<<30 {
			line := AppendArray(nil, m)
			again, err := ParseSigned(line)
			if err != nil || m.Hash() != again.Hash() {
				t.Fatalf("%q → %s → %v", data, line, err)
			}
		}
		for _, form := range [][]byte{AppendArray(nil, m), AppendCSV(nil, m)} {
			if len(form) == 0 {
				t.Fatal("nothing written")
			}
		}
		if flat, err := AppendObject(nil, m); err == nil && !json.Valid(flat) {
			t.Fatalf("%q → %s is no JSON", data, flat)
		}
		if nested, err := AppendObjectG2(nil, m); err == nil && !json.Valid(nested) {
			t.Fatalf("%q → %s is no JSON", data, nested)
		}
	})
}

func BenchmarkParseSigned(b *testing.B) {
	m := example()
	m.Chain, m.Signature = "3Dzsn1f0Fs27WxqMFePN", make([]byte, 65)
	m.Content = []byte(`{"place":"8 km NW of The Geysers, CA","mag":1.38,"time":1700000000000,"updated":1700000093412,"tz":null,"url":"https://earthquake.example/eventpage/nc73964001","felt":null,"tsunami":0,"sig":29,"net":"nc","code":"73964001","types":",nearby-cities,origin,","nst":21,"dmin":0.00982,"rms":0.03,"gap":61,"type":"earthquake"}`)
	flat := bytes.Replace(AppendSigned(nil, m), []byte(`"contentText"`), []byte(`"content"`), 1)
	for name, text := range map[string][]byte{
		"object": AppendSigned(nil, m),
		"value":  bytes.Replace(flat, appendString(nil, m.Content), m.Content, 1),
		"array":  AppendArray(nil, m),
		"raw":    []byte(`{"raw":"` + base64.StdEncoding.EncodeToString(m.AppendWire(nil)) + `"}`),
		"hex":    bytes.Replace(AppendSigned(nil, m), append([]byte(`"contentText":`), appendString(nil, m.Content)...), []byte(`"contentHex":"`+hex.EncodeToString(m.Content)+`"`), 1),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := ParseSigned(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
