package devchain

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/ethclient"
)

func TestTimeCanBeMoved(t *testing.T) {
	t.Parallel()
	chain := start(t, Config{})
	client := dial(t, chain, "http")

	before := head(t, client).Time
	if total := call[int64](t, client, "evm_increaseTime", 3600); total != 3600 {
		t.Errorf("evm_increaseTime gives %d, want 3600", total)
	}
	if total := call[int64](t, client, "evm_increaseTime", "0x10"); total != 3616 {
		t.Errorf("evm_increaseTime gives %d, want 3616", total)
	}
	if got := call[string](t, client, "evm_mine"); got != "0x0" {
		t.Errorf("evm_mine gives %q", got)
	}
	mined := head(t, client)
	if moved := mined.Time - before; moved < 3616 || moved > 3616+60 {
		t.Errorf("the next block is %d s later, want 3616 or a little more", moved)
	}

	// The next block's time is exact, with transactions in it as well.
	next := mined.Time + 5000
	call[any](t, client, "evm_setNextBlockTimestamp", next)
	got := send(t, client, rich(t)[0], &one, nil)
	header := head(t, client)
	if header.Time != next || header.Hash() != got.BlockHash {
		t.Errorf("the transaction's block is at %d, want %d", header.Time, next)
	}
	send(t, client, rich(t)[0], &one, nil)
	if moved := head(t, client).Time - next; moved < 1 || moved > 60 {
		t.Errorf("the block after that is %d s later", moved)
	}

	call[any](t, client, "evm_mine", hexutil.Uint64(next+9000))
	if got := head(t, client).Time; got != next+9000 {
		t.Errorf("evm_mine with a time makes a block at %d, want %d", got, next+9000)
	}
	number := head(t, client).Number.Uint64()
	call[any](t, client, "evm_mine", map[string]any{"blocks": 3})
	if got := head(t, client).Number.Uint64(); got != number+3 {
		t.Errorf("evm_mine of 3 blocks leads from %d to %d", number, got)
	}

	for _, c := range []struct {
		method string
		arg    any
	}{
		{"evm_setNextBlockTimestamp", next},
		{"evm_setNextBlockTimestamp", "soon"},
		{"evm_setNextBlockTimestamp", -1},
		{"evm_increaseTime", -1},
		{"evm_increaseTime", 1.5},
		{"evm_increaseTime", uint64(1) << 63},
		{"evm_mine", map[string]any{"blocks": maxMine + 1}},
		{"evm_mine", next},
	} {
		if err := client.Client().CallContext(testContext(t), nil, c.method, c.arg); err == nil {
			t.Errorf("%s(%v) is no error", c.method, c.arg)
		}
	}
}

func TestNamespaces(t *testing.T) {
	t.Parallel()
	chain := start(t, Config{})
	client := dial(t, chain, "http")

	if got := call[string](t, client, "web3_clientVersion"); !strings.HasPrefix(got, "logstore-devnet/go-ethereum-v1.") {
		t.Errorf("web3_clientVersion gives %q", got)
	}
	if got := call[string](t, client, "web3_sha3", "0x"); got != "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470" {
		t.Errorf("web3_sha3 gives %q", got)
	}
	if got := call[string](t, client, "net_version"); got != "31337" {
		t.Errorf("net_version gives %q", got)
	}
	if !call[bool](t, client, "net_listening") || call[string](t, client, "net_peerCount") != "0x0" {
		t.Error("net_listening or net_peerCount")
	}
	if got := call[any](t, client, "eth_syncing"); got != false {
		t.Errorf("eth_syncing gives %v", got)
	}
	if got := call[map[string]string](t, client, "txpool_status"); got["pending"] != "0x0" {
		t.Errorf("txpool_status gives %v", got)
	}
	tx := send(t, client, rich(t)[0], &one, nil).TxHash
	if got := call[map[string]any](t, client, "debug_traceTransaction", tx, map[string]any{"tracer": "callTracer"}); got["type"] != "CALL" {
		t.Errorf("debug_traceTransaction gives %v", got)
	}
	if got := call[map[string]any](t, client, "debug_traceTransaction", tx); got["failed"] != false {
		t.Errorf("debug_traceTransaction without a tracer gives %v", got)
	}

	// A web page must not change the node or the disk.
	for _, method := range []string{
		"admin_nodeInfo", "admin_importChain", "miner_setExtra", "debug_setHead", "debug_chaindbCompact", "debug_cpuProfile",
		"debug_traceBlockFromFile", "debug_standardTraceBlockToFile", "debug_standardTraceBadBlockToFile", "personal_sign", "engine_newPayloadV4",
	} {
		err := client.Client().CallContext(testContext(t), nil, method)
		if err == nil || !strings.Contains(err.Error(), "does not exist") {
			t.Errorf("%s: %v, want that it does not exist", method, err)
		}
	}
}

func TestNamesOfTheMachine(t *testing.T) {
	t.Parallel()
	chain := start(t, Config{})
	at, err := url.Parse(chain.URL())
	if err != nil {
		t.Fatal(err)
	}
	if at.Scheme != "http" || at.Hostname() != "127.0.0.1" {
		t.Errorf("the URL is %s", chain.URL())
	}
	hosts := []string{"127.0.0.1", "localhost"}
	if v6, err := net.Listen("tcp6", "[::1]:0"); err == nil {
		v6.Close()
		hosts = append(hosts, "[::1]")
	}
	for _, host := range hosts {
		for _, scheme := range []string{"http", "ws"} {
			client, err := ethclient.DialContext(testContext(t), fmt.Sprintf("%s://%s:%s", scheme, host, at.Port()))
			if err != nil {
				t.Errorf("%s to %s: %v", scheme, host, err)
				continue
			}
			if _, err := client.BlockNumber(testContext(t)); err != nil {
				t.Errorf("%s to %s: %v", scheme, host, err)
			}
			client.Close()
		}
	}
}

// In a container a program listens on every address; its URL must still be one to
// connect to.
func TestURLOfEveryAddress(t *testing.T) {
	t.Parallel()
	for addr, want := range map[string]string{
		"0.0.0.0:8545": "127.0.0.1:8545", "[::]:8545": "127.0.0.1:8545", "127.0.0.1:8545": "127.0.0.1:8545", "[::1]:8545": "[::1]:8545", "192.0.2.1:80": "192.0.2.1:80",
	} {
		if got := reachable(net.TCPAddrFromAddrPort(netip.MustParseAddrPort(addr))); got != want {
			t.Errorf("%s is reached at %s, want %s", addr, got, want)
		}
	}
}

func TestBrowsers(t *testing.T) {
	t.Parallel()
	chain := start(t, Config{})
	do := func(method, path, host string, header ...string) *http.Response {
		request, err := http.NewRequestWithContext(testContext(t), method, chain.URL()+path, strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`))
		if err != nil {
			t.Fatal(err)
		}
		if host != "" {
			request.Host = host
		}
		request.Header.Set("Content-Type", "application/json")
		for i := 0; i < len(header); i += 2 {
			request.Header.Set(header[i], header[i+1])
		}
		transport := &http.Transport{DisableKeepAlives: true}
		response, err := transport.RoundTrip(request)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		response.Body = io.NopCloser(strings.NewReader(string(body)))
		return response
	}
	if got := do("POST", "/", "", "Origin", "http://app.example"); got.StatusCode != 200 || got.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("a page's call: %s, allowed origin %q", got.Status, got.Header.Get("Access-Control-Allow-Origin"))
	}
	got := do("OPTIONS", "/", "", "Origin", "http://app.example", "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type")
	if got.StatusCode/100 != 2 || got.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("a page's question before the call: %s %v", got.Status, got.Header)
	}
	if got := do("POST", "/", "rebound.example:80"); got.StatusCode != http.StatusForbidden {
		t.Errorf("another name of the machine: %s, want it refused", got.Status)
	}
	if got := do("POST", "/other", ""); got.StatusCode != http.StatusNotFound {
		t.Errorf("another path: %s", got.Status)
	}
}

func TestQuantity(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]quantity{
		`0`: 0, `17`: 17, `"17"`: 17, `"0x11"`: 17, `"0xA"`: 10, `18446744073709551615`: 1<<64 - 1, `"0xffffffffffffffff"`: 1<<64 - 1,
	} {
		var got quantity
		if err := json.Unmarshal([]byte(text), &got); err != nil || got != want {
			t.Errorf("%s is %d, %v, want %d", text, got, err, want)
		}
	}
	for _, text := range []string{`-1`, `1.5`, `1e3`, `""`, `"0x"`, `"x"`, `"0x10000000000000000"`, `18446744073709551616`, `true`, `[]`, `{}`, `"1_0"`} {
		var got quantity
		if err := json.Unmarshal([]byte(text), &got); err == nil {
			t.Errorf("%s is %d, want an error", text, got)
		}
	}
}

func FuzzParameters(f *testing.F) {
	for _, seed := range []string{`5`, `"0x5"`, `{"timestamp":1,"blocks":"0x2"}`, `{"timestamp":null}`, `null`, `[]`, `""`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var q quantity
		if json.Unmarshal(raw, &q) == nil && string(raw) != "null" {
			// What was understood is understood as the same when written plainly.
			var again quantity
			if err := json.Unmarshal(fmt.Appendf(nil, `"%#x"`, uint64(q)), &again); err != nil || again != q {
				t.Errorf("%s is %d, and that in hexadecimal %d, %v", raw, q, again, err)
			}
		}
		var options mineOptions
		_ = json.Unmarshal(raw, &options) // must not panic
	})
}

// The receipt of a transaction that nobody sent is null from the first moment on,
// not an error about an index that is being built.
func TestUnknownTransactionRightAfterTheStart(t *testing.T) {
	t.Parallel()
	for range 5 {
		chain := start(t, Config{})
		if got := call[any](t, chain.Client(), "eth_getTransactionReceipt", common.Hash{1}); got != nil {
			t.Errorf("%v, want null", got)
		}
	}
}
