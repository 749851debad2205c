package contracts

import (
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

var (
	namespace = regexp.MustCompile(`@custom:storage-location erc7201:([\w.]+)`)
	slotOf    = regexp.MustCompile(`// ERC-7201 slot of "([\w.]+)"\.\s+bytes32 private constant \w+\s*=\s*(0x[0-9a-f]{64});`)
)

// A slot that is not that of its name could be another one's.
func TestStorageIsWhereItsNameSays(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	err := fs.WalkDir(os.DirFS("src"), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".sol" {
			return err
		}
		source, err := os.ReadFile(filepath.Join("src", name))
		if err != nil {
			return err
		}
		names, slots := namespace.FindAllSubmatch(source, -1), slotOf.FindAllSubmatch(source, -1)
		if len(names) != len(slots) {
			t.Errorf("%s names %d places and has the slots of %d", name, len(names), len(slots))
			return nil
		}
		for i := range slots {
			id, got := string(slots[i][1]), common.HexToHash(string(slots[i][2]))
			if id != string(names[i][1]) {
				t.Errorf("%s: the slot of %s is given for %s", name, id, names[i][1])
			}
			if other, ok := seen[id]; ok {
				t.Errorf("%s and %s keep their state at the same place", name, other)
			}
			seen[id] = name
			if want := namespaceSlot(id); got != want {
				t.Errorf("%s: the slot of %s is %s, want %s", name, id, got, want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(seen) < 10 {
		t.Errorf("found only %d places: %v", len(seen), seen)
	}
}

// namespaceSlot is the formula of ERC-7201.
func namespaceSlot(id string) common.Hash {
	n := new(big.Int).SetBytes(crypto.Keccak256([]byte(id)))
	slot := crypto.Keccak256Hash(common.LeftPadBytes(n.Sub(n, common.Big1).Bytes(), 32))
	slot[31] = 0
	return slot
}
