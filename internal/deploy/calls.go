package deploy

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
)

// call is one call that sets a contract up.
type call struct {
	what string
	data []byte
	// done tells whether it has been made.
	done func(ctx context.Context, c Chain) (bool, error)
}

// roleAdmin is the highest role of the token and the node manager.
const roleAdmin = 3

// initialization is the call of an initialiser, by which the contract gets its owner.
func initialization(proxy common.Address, name string, data []byte, owners ...common.Address) call {
	return call{"initialize " + name, data, func(ctx context.Context, c Chain) (bool, error) {
		owner, err := ownerOf(ctx, c, proxy)
		if err != nil || owner == (common.Address{}) {
			return false, err
		}
		for _, want := range owners {
			if owner == want {
				return true, nil
			}
		}
		return false, fmt.Errorf("%s at %s belongs to %s and not to %s: it was set up by somebody else", name, proxy, owner, owners[0])
	}}
}

func streamRegistryCalls(s setup, _ common.Address) []call {
	data := contracts.NewStreamRegistry().PackInitialize(s.Owner, common.Address{}, common.Address{})
	return []call{initialization(s.StreamRegistry, "StreamRegistry", data, s.Owner)}
}

func nodeRegistryCalls(s setup, _ common.Address) []call {
	data := contracts.NewNodeRegistry().PackInitialize(s.Owner, false, nil, nil)
	return []call{initialization(s.NodeRegistry, "NodeRegistry", data, s.Owner)}
}

func streamStorageRegistryCalls(s setup, _ common.Address) []call {
	data := contracts.NewStreamStorageRegistry().PackInitialize(s.Owner, s.StreamRegistry, s.NodeRegistry, common.Address{})
	return []call{initialization(s.StreamStorageRegistry, "StreamStorageRegistry", data, s.Owner)}
}

func storeManagerCalls(s setup, _ common.Address) []call {
	data := contracts.NewStoreManager().PackInitialize(s.Owner, s.NodeManager, s.LSAN, s.StreamRegistry)
	return []call{initialization(s.StoreManager, "StoreManager", data, s.Owner)}
}

func queryManagerCalls(s setup, _ common.Address) []call {
	data := contracts.NewQueryManager().PackInitialize(s.Owner, s.NodeManager, s.LSAN)
	return []call{initialization(s.QueryManager, "QueryManager", data, s.Owner)}
}

func reportManagerCalls(s setup, _ common.Address) []call {
	data := contracts.NewReportManager().PackInitialize(s.Owner, s.NodeManager, milliseconds(s.ReportTimeBuffer), common.Big0)
	return []call{initialization(s.ReportManager, "ReportManager", data, s.Owner)}
}

// tokenCalls leaves the token without blacklist: everybody may stake as a node.
func tokenCalls(s setup, by common.Address) []call {
	data := contracts.NewLSAN().PackInitialize(s.Safe, s.WeiPerByte, nil, nil)
	return append([]call{initialization(s.LSAN, "LSAN", data, s.Owner, by)}, handOver(s, "LSAN", s.LSAN, by)...)
}

// nodeManagerCalls begins with the caller as owner, who registers the managers.
func nodeManagerCalls(s setup, by common.Address) []call {
	b, proxy := contracts.NewNodeManager(), s.NodeManager
	data := b.PackInitialize(by, false, s.LSAN, s.StakeRequired, s.StreamRegistry, nil, nil, s.streams())
	registered := func(what string, data, get []byte, want common.Address) call {
		return call{"register the " + what + " manager", data, func(ctx context.Context, c Chain) (bool, error) {
			got, err := read(ctx, c, proxy, get, b.UnpackStoreManager)
			return got == want, err
		}}
	}
	calls := []call{
		initialization(proxy, "NodeManager", data, s.Owner, by),
		registered("store", b.PackRegisterStoreManager(s.StoreManager), b.PackStoreManager(), s.StoreManager),
		registered("query", b.PackRegisterQueryManager(s.QueryManager), b.PackQueryManager(), s.QueryManager),
		registered("report", b.PackRegisterReportManager(s.ReportManager), b.PackReportManager(), s.ReportManager),
	}
	if want := seconds(s.UnbondingPeriod); s.UnbondingPeriod != defaultUnbondingPeriod {
		calls = append(calls, call{
			fmt.Sprintf("set the unbonding period to %s", s.UnbondingPeriod.Round(time.Second)), b.PackSetUnbondingPeriod(want),
			func(ctx context.Context, c Chain) (bool, error) {
				got, err := read(ctx, c, proxy, b.PackUnbondingPeriod(), b.UnpackUnbondingPeriod)
				return err == nil && got.Cmp(want) == 0, err
			},
		})
	}
	return append(calls, handOver(s, "NodeManager", proxy, by)...)
}

// handOver gives a contract with roles, which belongs to whoever has initialised it, to
// its owner.
func handOver(s setup, name string, proxy, by common.Address) []call {
	if by == s.Owner {
		return nil
	}
	b := contracts.NewLSAN() // the functions are the same in the node manager
	hasRole := func(account common.Address, want bool) func(context.Context, Chain) (bool, error) {
		return func(ctx context.Context, c Chain) (bool, error) {
			role, err := read(ctx, c, proxy, b.PackRoles(account), b.UnpackRoles)
			return (role == roleAdmin) == want, err
		}
	}
	return []call{
		{"make the owner ADMIN of " + name, b.PackGrantRole(roleAdmin, s.Owner), hasRole(s.Owner, true)},
		{"give up ADMIN of " + name, b.PackRenounceRole(by), hasRole(by, false)},
		{"hand " + name + " over to its owner", b.PackTransferOwnership(s.Owner), func(ctx context.Context, c Chain) (bool, error) {
			owner, err := ownerOf(ctx, c, proxy)
			return owner == s.Owner, err
		}},
	}
}
