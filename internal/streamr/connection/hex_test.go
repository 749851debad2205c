package connection

import (
	"encoding/hex"
	"encoding/json"
)

// hexBytes are bytes that a JSON file has as hex digits.
type hexBytes []byte

func (h *hexBytes) UnmarshalJSON(b []byte) (err error) {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	*h, err = hex.DecodeString(s)
	return err
}
