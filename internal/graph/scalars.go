package graph

import (
	"encoding/json"
	"math"
	"math/big"

	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/message"
)

// orderBy is the name of a field. Streamr's SDK writes it as text, others as a name.
type orderBy string

func (orderBy) ImplementsGraphQLType(name string) bool { return name == "OrderBy" }

func (o *orderBy) UnmarshalGraphQL(input any) error {
	s, ok := input.(string)
	if !ok {
		return refusal("orderBy: want the name of a field")
	}
	*o = orderBy(s)
	return nil
}

// bigInt is a BigInt, which in JSON is a text.
type bigInt struct{ n *big.Int }

func (bigInt) ImplementsGraphQLType(name string) bool { return name == "BigInt" }

// maxDigits bounds the text of a number; those of the chain have 78 digits.
const maxDigits = 100

func (b *bigInt) UnmarshalGraphQL(input any) error {
	switch v := input.(type) {
	case int32:
		b.n = big.NewInt(int64(v))
		return nil
	case int64:
		b.n = big.NewInt(v)
		return nil
	case float64: // of a variable
		if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
			b.n = big.NewInt(int64(v))
			return nil
		}
	case string:
		if n, ok := new(big.Int).SetString(v, 10); ok && len(v) <= maxDigits {
			b.n = n
			return nil
		}
	}
	return refusal("want a whole number, as text in decimal")
}

func (b bigInt) MarshalJSON() ([]byte, error) { return json.Marshal(b.n.String()) }

// never ends is how the contract writes it.
var forever = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))

func expiration(t uint64) bigInt {
	if t == chain.Forever {
		return bigInt{forever}
	}
	return bigInt{new(big.Int).SetUint64(t)}
}

// userID is the id of a user as Bytes.
type userID struct{ id message.UserID }

func (userID) ImplementsGraphQLType(name string) bool { return name == "Bytes" }

func (u *userID) UnmarshalGraphQL(input any) error {
	s, ok := input.(string)
	if !ok {
		return refusal("want a user id: hexadecimal text with 0x")
	}
	id, err := message.ParseUserID(s)
	if err != nil {
		return refusal(err.Error())
	}
	u.id = id
	return nil
}

// hexBytes is an answer of the type Bytes.
type hexBytes string

func (hexBytes) ImplementsGraphQLType(name string) bool { return name == "Bytes" }

func (*hexBytes) UnmarshalGraphQL(any) error { return refusal("bytes are only answered") }
