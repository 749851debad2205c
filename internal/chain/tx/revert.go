package tx

import (
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"reflect"
	"strings"
	"unicode"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"
)

// RevertError is a contract's refusal.
type RevertError struct {
	// Name of the error in the contract, "Error" for a text, "Panic" for a defect
	// that the compiler guards against, "" if it is unknown.
	Name string
	// Args are the error's arguments as package abi returns them.
	Args []any
	// Reason in words. Empty if the contract gave none.
	Reason string
	// Data is what the contract returned.
	Data []byte
}

func (e *RevertError) Error() string {
	if e.Reason == "" {
		return "execution reverted without a reason"
	}
	return "execution reverted: " + e.Reason
}

// Errors knows the errors of contracts. It is safe for concurrent use.
type Errors struct{ known map[[4]byte]abi.Error }

// NewErrors collects the errors of ABIs. Error(string) and Panic(uint256) are known
// without.
func NewErrors(abis ...abi.ABI) *Errors {
	e := &Errors{known: map[[4]byte]abi.Error{}}
	for _, a := range abis {
		for _, err := range a.Errors {
			e.known[[4]byte(err.ID[:4])] = err
		}
	}
	return e
}

var (
	textError = newError("Error", "string")
	codeError = newError("Panic", "uint256")
)

func newError(name, argument string) abi.Error {
	t, err := abi.NewType(argument, "", nil)
	if err != nil {
		panic(err) // the two types above exist
	}
	return abi.NewError(name, abi.Arguments{{Type: t}})
}

// panics are the codes of Panic(uint256): Solidity documentation, "Error handling:
// Assert, Require, Revert and Exceptions".
var panics = map[uint64]string{
	0x00: "panic of the compiler",
	0x01: "assertion failed",
	0x11: "arithmetic overflow or underflow",
	0x12: "division or modulo by zero",
	0x21: "value out of the range of an enum",
	0x22: "wrongly encoded byte array in storage",
	0x31: "pop of an empty array",
	0x32: "array index out of bounds",
	0x41: "too much memory allocated",
	0x51: "call of a function variable that was never set",
}

const (
	maxRevertBytes = 16 << 10 // more is not decoded
	maxReason      = 500      // bytes of a text that a contract chose
)

// Decode says what the bytes mean that a reverted call returned.
func (e *Errors) Decode(data []byte) *RevertError {
	r := &RevertError{Data: data}
	if len(data) == 0 {
		return r
	}
	if len(data) >= 4 && len(data) <= maxRevertBytes {
		id := [4]byte(data)
		for _, std := range []abi.Error{textError, codeError} {
			if id == [4]byte(std.ID[:4]) && r.fill(std) {
				return r
			}
		}
		if known, ok := e.known[id]; ok && r.fill(known) {
			return r
		}
	}
	r.Reason = fmt.Sprintf("unknown error 0x%x", data[:min(len(data), 36)])
	if len(data) > 36 {
		r.Reason += fmt.Sprintf("… (%d bytes)", len(data))
	}
	return r
}

// fill decodes the arguments of a known error.
func (e *RevertError) fill(known abi.Error) bool {
	args, err := known.Inputs.Unpack(e.Data[4:])
	if err != nil {
		return false
	}
	e.Name, e.Args = known.Name, args
	switch {
	case known.ID == textError.ID:
		e.Reason = printable(args[0].(string))
	case known.ID == codeError.ID:
		code := args[0].(*big.Int)
		meaning, ok := "", false
		if code.IsUint64() {
			meaning, ok = panics[code.Uint64()]
		}
		if !ok {
			meaning = "panic"
		}
		e.Reason = fmt.Sprintf("%s (panic code 0x%02x)", meaning, code)
	default:
		e.Reason = known.Name
		texts := make([]string, len(args))
		for i, arg := range args {
			texts[i] = argument(arg)
			if name := known.Inputs[i].Name; name != "" && !strings.HasPrefix(name, "arg") { // abi names the nameless arg0 …
				texts[i] = name + " " + texts[i]
			}
		}
		if len(texts) > 0 {
			e.Reason += "(" + strings.Join(texts, ", ") + ")"
		}
	}
	return true
}

func argument(arg any) string {
	switch v := arg.(type) {
	case string:
		return fmt.Sprintf("%q", printable(v))
	case common.Address:
		return v.Hex()
	case []byte:
		return printable(hexutil.Encode(v))
	}
	if v := reflect.ValueOf(arg); v.Kind() == reflect.Array && v.Type().Elem().Kind() == reflect.Uint8 {
		return fmt.Sprintf("0x%x", arg)
	}
	return printable(fmt.Sprint(arg))
}

// printable makes a foreign text fit for a terminal and a log.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if len(s) > maxReason {
		s = strings.ToValidUTF8(s[:maxReason], "") + "…"
	}
	return s
}

// Explain returns err with a [RevertError] in it if a contract's refusal is what it
// tells of, else err itself.
func (e *Errors) Explain(err error) error {
	if r := e.find(err); r != nil {
		return r
	}
	return err
}

const revertedText = "execution reverted"

// find returns the refusal that an answer of an endpoint tells of, nil if it is none.
// Its data come as a text or, from some servers, in an object or after a word.
func (e *Errors) find(err error) *RevertError {
	var done *RevertError
	if errors.As(err, &done) {
		return done
	}
	var answer rpc.Error
	if !errors.As(err, &answer) {
		return nil
	}
	text := answer.Error()
	var with rpc.DataError
	if errors.As(err, &with) {
		if data, ok := revertData(with.ErrorData()); ok && (len(data) > 0 || strings.Contains(text, "revert")) {
			return e.Decode(data)
		}
	}
	if answer.ErrorCode() != 3 && !strings.Contains(strings.ToLower(text), "revert") {
		return nil
	}
	reason := ""
	if _, after, ok := strings.Cut(text, revertedText); ok {
		reason = printable(strings.TrimSpace(strings.TrimPrefix(after, ":")))
	}
	return &RevertError{Reason: reason}
}

func revertData(data any) ([]byte, bool) {
	if object, ok := data.(map[string]any); ok {
		data = object["data"]
	}
	text, ok := data.(string)
	if !ok {
		return nil, false
	}
	text = strings.TrimPrefix(text, "Reverted ")
	digits, ok := strings.CutPrefix(text, "0x")
	if !ok {
		return nil, false
	}
	raw, err := hex.DecodeString(digits)
	return raw, err == nil
}
