package deploy

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
)

// Where the managers keep the stream registry, for which they have no function: the
// first slots of the namespaces logstore.SystemStreams and logstore.StoreManager.
var (
	systemStreamsSlot = common.HexToHash("0xc460906363bc95c84f295be9b9f5b1e7e96861b6e30ae24af7f1f4204eeed400")
	storeManagerSlot  = common.HexToHash("0xa197fc8248ea6c70215250090d26f364aee0981edaea93588097f269d1214800")
)

// contract checks the settings of one of our contracts.
func (v *verifier) contract(ctx context.Context, name string) {
	b := contracts.NewNodeRegistry() // all have this function
	check(ctx, v, name, "owner", b.PackOwner(), b.UnpackOwner, v.p.Owner)
	switch name {
	case "LSAN":
		v.token(ctx)
	case "NodeManager":
		v.nodeManager(ctx)
	case "StoreManager":
		v.storeManager(ctx)
	case "QueryManager":
		v.queryManager(ctx)
	case "ReportManager":
		v.reportManager(ctx)
	case "StreamRegistry":
		v.streamRegistry(ctx)
	case "StreamStorageRegistry":
		v.storageRegistry(ctx)
	}
}

func (v *verifier) token(ctx context.Context) {
	const name = "LSAN"
	b := contracts.NewLSAN()
	v.roles(ctx, name)
	check(ctx, v, name, "SAFE_ADDRESS", b.PackSAFEADDRESS(), b.UnpackSAFEADDRESS, v.p.Safe)
	checkInt(ctx, v, name, "weiPerByte", b.PackWeiPerByte(), b.UnpackWeiPerByte, v.p.WeiPerByte)
	ask(ctx, v, name, "price", b.PackPrice(), b.UnpackPrice, func(price *big.Int) {
		if price.Sign() <= 0 {
			v.add(name, "price", price.String(), "above 0")
		}
	})
	check(ctx, v, name, "paused", b.PackPaused(), b.UnpackPaused, false)
	// Anybody's transfer stands for all: the zero address is on no whitelist.
	check(ctx, v, name, "isPermitted (anybody, NodeManager)", b.PackIsPermitted(common.Address{}, v.a.NodeManager), b.UnpackIsPermitted, true)
}

// roles checks that the owner is the only ADMIN.
func (v *verifier) roles(ctx context.Context, name string) {
	b := contracts.NewLSAN() // the functions are the same in the node manager
	check(ctx, v, name, "role of "+v.p.Owner.String(), b.PackRoles(v.p.Owner), b.UnpackRoles, roleAdmin)
	checkInt(ctx, v, name, "adminCount", b.PackAdminCount(), b.UnpackAdminCount, common.Big1)
}

func (v *verifier) nodeManager(ctx context.Context) {
	const name = "NodeManager"
	b := contracts.NewNodeManager()
	v.roles(ctx, name)
	check(ctx, v, name, "stakeTokenAddress", b.PackStakeTokenAddress(), b.UnpackStakeTokenAddress, v.a.LSAN)
	check(ctx, v, name, "storeManager", b.PackStoreManager(), b.UnpackStoreManager, v.a.StoreManager)
	check(ctx, v, name, "queryManager", b.PackQueryManager(), b.UnpackQueryManager, v.a.QueryManager)
	check(ctx, v, name, "reportManager", b.PackReportManager(), b.UnpackReportManager, v.a.ReportManager)
	check(ctx, v, name, "requiresWhitelist", b.PackRequiresWhitelist(), b.UnpackRequiresWhitelist, false)
	checkInt(ctx, v, name, "stakeRequiredAmount", b.PackStakeRequiredAmount(), b.UnpackStakeRequiredAmount, v.p.StakeRequired)
	checkInt(ctx, v, name, "unbondingPeriod", b.PackUnbondingPeriod(), b.UnpackUnbondingPeriod, seconds(v.p.UnbondingPeriod))
	v.keptRegistry(ctx, name, systemStreamsSlot)
	v.systemStreams(ctx)
}

// systemStreams checks that the node manager has them, and the stream registry too.
func (v *verifier) systemStreams(ctx context.Context) {
	const name = "NodeManager"
	b, registry := contracts.NewNodeManager(), contracts.NewStreamRegistry()
	want := []string{}
	for _, s := range v.p.Streams {
		want = append(want, s.Key)
	}
	ask(ctx, v, name, "system streams", b.PackGetAllStreams(), b.UnpackGetAllStreams, func(got []string) {
		if !slices.Equal(got, want) {
			v.add(name, "system streams", fmt.Sprint(got), fmt.Sprint(want))
		}
	})
	for _, s := range v.p.Streams {
		ask(ctx, v, name, s.Key, b.PackStreamInformation(s.Key), b.UnpackStreamInformation, func(got contracts.NodeManagerStreamInformationOutput) {
			if got.Path != s.Path {
				v.add(name, "path of "+s.Key, fmt.Sprintf("%q", got.Path), fmt.Sprintf("%q", s.Path))
			}
		})
		const subscribe = 3
		id := strings.ToLower(v.a.NodeManager.Hex()) + s.Path
		check(ctx, v, "StreamRegistry", "everybody's permission to subscribe to "+id,
			registry.PackHasPublicPermission(id, subscribe), registry.UnpackHasPublicPermission, true)
	}
}

func (v *verifier) storeManager(ctx context.Context) {
	const name = "StoreManager"
	b := contracts.NewStoreManager()
	check(ctx, v, name, "parent", b.PackParent(), b.UnpackParent, v.a.NodeManager)
	check(ctx, v, name, "stakeTokenAddress", b.PackStakeTokenAddress(), b.UnpackStakeTokenAddress, v.a.LSAN)
	v.keptRegistry(ctx, name, storeManagerSlot)
}

func (v *verifier) queryManager(ctx context.Context) {
	const name = "QueryManager"
	b := contracts.NewQueryManager()
	check(ctx, v, name, "parent", b.PackParent(), b.UnpackParent, v.a.NodeManager)
	check(ctx, v, name, "stakeTokenAddress", b.PackStakeTokenAddress(), b.UnpackStakeTokenAddress, v.a.LSAN)
}

func (v *verifier) reportManager(ctx context.Context) {
	const name = "ReportManager"
	b := contracts.NewReportManager()
	check(ctx, v, name, "parent", b.PackParent(), b.UnpackParent, v.a.NodeManager)
	checkInt(ctx, v, name, "reportTimeBuffer", b.PackReportTimeBuffer(), b.UnpackReportTimeBuffer, milliseconds(v.p.ReportTimeBuffer))
}

func (v *verifier) streamRegistry(ctx context.Context) {
	const name = "StreamRegistry"
	b := contracts.NewStreamRegistry()
	var admin [32]byte // DEFAULT_ADMIN_ROLE
	check(ctx, v, name, "hasRole (DEFAULT_ADMIN_ROLE, owner)", b.PackHasRole(admin, v.p.Owner), b.UnpackHasRole, true)
}

func (v *verifier) storageRegistry(ctx context.Context) {
	const name = "StreamStorageRegistry"
	b := contracts.NewStreamStorageRegistry()
	check(ctx, v, name, "streamRegistry", b.PackStreamRegistry(), b.UnpackStreamRegistry, v.a.StreamRegistry)
	check(ctx, v, name, "nodeRegistry", b.PackNodeRegistry(), b.UnpackNodeRegistry, v.a.NodeRegistry)
}

// keptRegistry checks the stream registry that a contract keeps at a slot.
func (v *verifier) keptRegistry(ctx context.Context, name string, slot common.Hash) {
	if v.err != nil {
		return
	}
	raw, err := v.c.StorageAt(ctx, of(v.a, name), slot, nil)
	if err != nil {
		v.err = fmt.Errorf("read the stream registry of %s: %w", name, err)
		return
	}
	if got := common.BytesToAddress(raw); got != v.a.StreamRegistry {
		v.add(name, "its stream registry", got.String(), v.a.StreamRegistry.String())
	}
}

// priceFeed checks that dollars can be converted.
func (v *verifier) priceFeed(ctx context.Context) {
	const name = "PriceFeed"
	if v.a.PriceFeed == (common.Address{}) {
		v.add(name, "the contract", "not known, so amounts in dollars do not work", "an address in chain.contracts")
		return
	}
	b := contracts.NewAggregatorV3()
	ask(ctx, v, name, "latestRoundData", b.PackLatestRoundData(), b.UnpackLatestRoundData, func(round contracts.AggregatorV3LatestRoundDataOutput) {
		if round.Answer.Sign() <= 0 {
			v.add(name, "the price of a coin", round.Answer.String(), "above 0")
		}
	})
}
