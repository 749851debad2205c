//go:build js && wasm

// Command verifier-wasm is the verifier for browsers and other WebAssembly hosts. It
// sets one global function,
//
//	logstoreVerify(file: Uint8Array, node?: string): Promise<string>
//
// which checks a proof file (docs/spec/timetree.md) without any network, and resolves
// to the report as JSON (package proof, type Report, with "ok" beside it). node is the
// address that must have signed the checkpoint. It rejects with an Error if the bytes
// are no proof file.
//
// Build it with `make wasm`; wasm_exec.js of the same Go release loads it.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"syscall/js"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

func main() {
	js.Global().Set("logstoreVerify", js.FuncOf(verify))
	select {} // the function lives as long as the page
}

// verify runs the check beside the event loop, which must not wait for it.
func verify(_ js.Value, args []js.Value) any {
	executor := js.FuncOf(func(_ js.Value, settle []js.Value) any {
		go func() {
			report, err := check(args)
			if err != nil {
				settle[1].Invoke(js.Global().Get("Error").New(err.Error()))
				return
			}
			settle[0].Invoke(report)
		}()
		return nil
	})
	defer executor.Release() // the Promise calls it at once
	return js.Global().Get("Promise").New(executor)
}

func check(args []js.Value) (string, error) {
	if len(args) == 0 || !args[0].InstanceOf(js.Global().Get("Uint8Array")) {
		return "", fmt.Errorf("logstoreVerify: want a Uint8Array with a proof file")
	}
	file := make([]byte, args[0].Get("length").Int())
	js.CopyBytesToGo(file, args[0])
	var cfg proof.Config
	if len(args) > 1 && args[1].Truthy() {
		node, err := message.ParseUserID(args[1].String())
		if err != nil {
			return "", fmt.Errorf("logstoreVerify: node: %w", err)
		}
		cfg.Node = node
	}
	report, err := proof.CheckFile(context.Background(), bytes.NewReader(file), cfg)
	if err != nil {
		return "", err
	}
	b, err := json.Marshal(struct {
		OK bool `json:"ok"`
		proof.Report
	}{report.OK(), report})
	return string(b), err
}
