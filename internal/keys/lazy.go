package keys

import (
	"fmt"
	"sync"

	"github.com/logstore/logstore/message"
)

// lazy opens a key when something is signed for the first time.
type lazy struct {
	address message.UserID
	open    func() (*Key, error)
}

// Lazy is the signer of a key that is opened, once, when it first signs, so that
// what needs no signature asks for no password. The key must have the given
// address. An error of open is the error of every signature.
func Lazy(address message.UserID, open func() (*Key, error)) message.DigestSigner {
	return &lazy{address: address, open: sync.OnceValues(func() (*Key, error) {
		k, err := open()
		if err != nil {
			return nil, err
		}
		if k.Address() != address {
			return nil, fmt.Errorf("%w: expected the key of %s, got that of %s", ErrKeystore, address, k)
		}
		return k, nil
	})}
}

func (l *lazy) UserID() message.UserID { return l.address }

func (l *lazy) SignatureType() message.SignatureType { return message.SignatureSecp256k1EVM }

func (l *lazy) SignPayload(payload []byte) ([]byte, error) {
	k, err := l.open()
	if err != nil {
		return nil, err
	}
	return k.signer.SignPayload(payload)
}

func (l *lazy) SignDigest(digest [32]byte) ([]byte, error) {
	k, err := l.open()
	if err != nil {
		return nil, err
	}
	return k.signer.SignDigest(digest)
}
