// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package contracts

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// NodeRegistryNode is an auto generated low-level Go binding around an user-defined struct.
type NodeRegistryNode struct {
	NodeAddress common.Address
	Metadata    string
	LastSeen    *big.Int
}

// NodeRegistryMetaData contains all meta data concerning the NodeRegistry contract.
var NodeRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UUPSUnauthorizedCallContext\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"slot\",\"type\":\"bytes32\"}],\"name\":\"UUPSUnsupportedProxiableUUID\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"NodeRemoved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"isNew\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"lastSeen\",\"type\":\"uint256\"}],\"name\":\"NodeUpdated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"NodeWhitelistApproved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"NodeWhitelistRejected\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bool\",\"name\":\"value\",\"type\":\"bool\"}],\"name\":\"RequiresWhitelistChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"UPGRADE_INTERFACE_VERSION\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"metadata_\",\"type\":\"string\"}],\"name\":\"createOrUpdateNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"metadata_\",\"type\":\"string\"}],\"name\":\"createOrUpdateNodeSelf\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"getNode\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"lastSeen\",\"type\":\"uint256\"}],\"internalType\":\"structNodeRegistry.Node\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"i\",\"type\":\"uint256\"}],\"name\":\"getNodeByNumber\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"lastSeen\",\"type\":\"uint256\"}],\"internalType\":\"structNodeRegistry.Node\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getNodes\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"lastSeen\",\"type\":\"uint256\"}],\"internalType\":\"structNodeRegistry.Node[]\",\"name\":\"\",\"type\":\"tuple[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"first\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"limit\",\"type\":\"uint256\"}],\"name\":\"getPage\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"lastSeen\",\"type\":\"uint256\"}],\"internalType\":\"structNodeRegistry.Node[]\",\"name\":\"page\",\"type\":\"tuple[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"headNode\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"requiresWhitelist_\",\"type\":\"bool\"},{\"internalType\":\"address[]\",\"name\":\"initialNodes\",\"type\":\"address[]\"},{\"internalType\":\"string[]\",\"name\":\"initialMetadata\",\"type\":\"string[]\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"kickOut\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"nodeCount\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"nodes\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"lastSeen\",\"type\":\"uint256\"}],\"internalType\":\"structNodeRegistry.Node\",\"name\":\"node\",\"type\":\"tuple\"},{\"internalType\":\"address\",\"name\":\"next\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"prev\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proxiableUUID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"removeNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"removeNodeSelf\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"requiresWhitelist\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bool\",\"name\":\"value\",\"type\":\"bool\"}],\"name\":\"setRequiresWhitelist\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"tailNode\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"}],\"name\":\"upgradeTo\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"whitelist\",\"outputs\":[{\"internalType\":\"enumNodeRegistry.WhitelistState\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"whitelistApproveNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"whitelistRejectNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "NodeRegistry",
	Bin: "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b6080516120ce6100f95f395f81816111220152818161114b015261128a01526120ce5ff3fe60806040526004361061017b575f3560e01c806399e68eea116100cd578063b2b99ec911610087578063e29581aa11610062578063e29581aa14610510578063e670c15d14610524578063ecf274da14610538578063f2fde38b14610557575f5ffd5b8063b2b99ec914610489578063bfdf0866146104a8578063df665a15146104e4575f5ffd5b806399e68eea1461036e5780639b19251a1461038d5780639d209048146103dd578063a5ee5b4114610409578063ad3cb1cc1461042d578063ae5b49611461046a575f5ffd5b806352d1902d116101385780635d8f7f2a116101135780635d8f7f2a146102cc5780636da49b83146102eb578063715018a61461031e5780638da5cb5b14610332575f5ffd5b806352d1902d1461026c5780635668c8fb1461028e5780635888799c146102ad575f5ffd5b8063189a5a171461017f57806320a59a03146101b65780632af57580146101d75780633659cfe6146101f657806346c198f6146102155780634f1ef28614610259575b5f5ffd5b34801561018a575f5ffd5b5061019e610199366004611992565b610576565b6040516101ad93929190611a1a565b60405180910390f35b3480156101c1575f5ffd5b506101d56101d0366004611a5b565b61067f565b005b3480156101e2575f5ffd5b506101d56101f1366004611992565b6106db565b348015610201575f5ffd5b506101d5610210366004611992565b6106ef565b348015610220575f5ffd5b505f51602061204e5f395f51905f5254600160481b90046001600160a01b03165b6040516001600160a01b0390911681526020016101ad565b6101d5610267366004611a88565b610703565b348015610277575f5ffd5b50610280610722565b6040519081526020016101ad565b348015610299575f5ffd5b506101d56102a8366004611992565b61073d565b3480156102b8575f5ffd5b506101d56102c7366004611992565b610757565b3480156102d7575f5ffd5b506101d56102e6366004611b8d565b6107b6565b3480156102f6575f5ffd5b505f51602061204e5f395f51905f52546040516001600160401b0390911681526020016101ad565b348015610329575f5ffd5b506101d5610802565b34801561033d575f5ffd5b507f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b0316610241565b348015610379575f5ffd5b506101d5610388366004611bdb565b610815565b348015610398575f5ffd5b506103d06103a7366004611992565b6001600160a01b03165f9081525f5160206120ae5f395f51905f52602052604090205460ff1690565b6040516101ad9190611c2d565b3480156103e8575f5ffd5b506103fc6103f7366004611992565b610910565b6040516101ad9190611c53565b348015610414575f5ffd5b5061041d6109f7565b60405190151581526020016101ad565b348015610438575f5ffd5b5061045d604051806040016040528060058152602001640352e302e360dc1b81525081565b6040516101ad9190611c65565b348015610475575f5ffd5b506103fc610484366004611c77565b610a17565b348015610494575f5ffd5b506101d56104a3366004611992565b610ba0565b3480156104b3575f5ffd5b507fcea92c714e2d714d0f4d06bd696bd854522ef06b935f883284671583e20b8801546001600160a01b0316610241565b3480156104ef575f5ffd5b506105036104fe366004611c8e565b610ba8565b6040516101ad9190611cb6565b34801561051b575f5ffd5b50610503610db8565b34801561052f575f5ffd5b506101d5610df5565b348015610543575f5ffd5b506101d5610552366004611d59565b610dfe565b348015610562575f5ffd5b506101d5610571366004611992565b61102b565b61057e611909565b6001600160a01b038281165f9081525f51602061208e5f395f51905f526020908152604080832060038101546004820154835160608101909452825487168452600183018054969788979496879694821695939091169392869291840191906105e690611de7565b80601f016020809104026020016040519081016040528092919081815260200182805461061290611de7565b801561065d5780601f106106345761010080835404028352916020019161065d565b820191905f5260205f20905b81548152906001019060200180831161064057829003601f168201915b5050509183525050600291909101546020909101529891975095509350505050565b610687611065565b5f51602061204e5f395f51905f52805460ff60401b1916600160401b831515908102919091179091556040517f7623db9c426686f05cec977c4cadb8ff9657502540ca665ae347731114dac69d905f90a250565b6106e3611065565b6106ec816110c0565b50565b6106ec8160405180602001604052805f8152505b61070b611117565b610714826111bb565b61071e82826111c3565b5050565b5f61072b61127f565b505f51602061206e5f395f51905f5290565b610745611065565b61074e816110c0565b6106ec816112c8565b61075f611065565b6001600160a01b0381165f8181525f5160206120ae5f395f51905f526020526040808220805460ff19166001179055517fdfe83f699699403a4b116b6f9504680228c3f319bbf5ab26b48a81d3005d98b29190a250565b6107be611065565b6107fd8383838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506114ec92505050565b505050565b61080a611065565b6108135f61167a565b565b335f9081525f5160206120ae5f395f51905f5260205260409020545f51602061204e5f395f51905f529060ff16600181600281111561085657610856611c19565b148061088657505f81600281111561087057610870611c19565b14801561088657508154600160401b900460ff16155b6108cb5760405162461bcd60e51b8152602060048201526011602482015270195c9c9bdc97db9bdd105c1c1c9bdd9959607a1b60448201526064015b60405180910390fd5b61090a3385858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506114ec92505050565b50505050565b610918611909565b6001600160a01b038281165f9081525f51602061208e5f395f51905f526020908152604091829020825160608101909352805490931682526001830180549293929184019161096690611de7565b80601f016020809104026020016040519081016040528092919081815260200182805461099290611de7565b80156109dd5780601f106109b4576101008083540402835291602001916109dd565b820191905f5260205f20905b8154815290600101906020018083116109c057829003601f168201915b505050505081526020016002820154815250509050919050565b5f5f51602061204e5f395f51905f525b54600160401b900460ff16919050565b610a1f611909565b5f51602061204e5f395f51905f5280546001600160401b03168310610a7f5760405162461bcd60e51b81526020600482015260166024820152756572726f725f696e6465784f75744f66426f756e647360501b60448201526064016108c2565b8054600160481b90046001600160a01b03165b8315610ac9576001600160a01b039081165f9081526002830160205260409020600301541683610ac181611e33565b945050610a92565b6001600160a01b038082165f9081526002840160209081526040918290208251606081019093528054909316825260018301805492939291840191610b0d90611de7565b80601f0160208091040260200160405190810160405280929190818152602001828054610b3990611de7565b8015610b845780601f10610b5b57610100808354040283529160200191610b84565b820191905f5260205f20905b815481529060010190602001808311610b6757829003601f168201915b5050505050815260200160028201548152505092505050919050565b61074e611065565b5f51602061204e5f395f51905f528054606091906001600160401b0316831115610bda5780546001600160401b031692505b826001600160401b03811115610bf257610bf2611a74565b604051908082528060200260200182016040528015610c2b57816020015b610c18611909565b815260200190600190039081610c105790505b5091505f6001600160a01b03851615610c445784610c57565b8154600160481b90046001600160a01b03165b90505f5b8481108015610c8557506001600160a01b0382165f90815260028085016020526040909120015415155b15610dad576001600160a01b038083165f9081526002850160209081526040918290208251606081019093528054909316825260018301805492939291840191610cce90611de7565b80601f0160208091040260200160405190810160405280929190818152602001828054610cfa90611de7565b8015610d455780601f10610d1c57610100808354040283529160200191610d45565b820191905f5260205f20905b815481529060010190602001808311610d2857829003601f168201915b50505050508152602001600282015481525050848281518110610d6a57610d6a611e48565b6020908102919091018101919091526001600160a01b039283165f9081526002850190915260409020600301549091169080610da581611e5c565b915050610c5b565b835250909392505050565b5f51602061204e5f395f51905f52805460609190610def90600160481b81046001600160a01b0316906001600160401b0316610ba8565b91505090565b610813336112c8565b5f610e076116ea565b805490915060ff600160401b82041615906001600160401b03165f81158015610e2d5750825b90505f826001600160401b03166001148015610e485750303b155b905081158015610e56575080155b15610e745760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff191660011785558315610e9e57845460ff60401b1916600160401b1785555b878614610ee45760405162461bcd60e51b81526020600482015260146024820152736572726f725f626164547261636b65724461746160601b60448201526064016108c2565b610eed8b611714565b5f51602061204e5f395f51905f52805460ff60401b1916600160401b8c1515908102919091179091556040517f7623db9c426686f05cec977c4cadb8ff9657502540ca665ae347731114dac69d905f90a25f5b88811015610fd757610fcf8a8a83818110610f5d57610f5d611e48565b9050602002016020810190610f729190611992565b898984818110610f8457610f84611e48565b9050602002810190610f969190611e74565b8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506114ec92505050565b600101610f40565b50831561101e57845460ff60401b19168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b5050505050505050505050565b611033611065565b6001600160a01b03811661105c57604051631e4fbdf760e01b81525f60048201526024016108c2565b6106ec8161167a565b336110977f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b031690565b6001600160a01b0316146108135760405163118cdaa760e01b81523360048201526024016108c2565b6001600160a01b0381165f8181525f5160206120ae5f395f51905f526020526040808220805460ff19166002179055517fbbe2a784aa6240d8175fa65a8459058efd8f44c5ab66caa2525fe9d6342108789190a250565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148061119d57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166111915f51602061206e5f395f51905f52546001600160a01b031690565b6001600160a01b031614155b156108135760405163703e46dd60e11b815260040160405180910390fd5b6106ec611065565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa92505050801561121d575060408051601f3d908101601f1916820190925261121a91810190611eb6565b60015b61124557604051634c9c8ce360e01b81526001600160a01b03831660048201526024016108c2565b5f51602061206e5f395f51905f52811461127557604051632a87526960e21b8152600481018290526024016108c2565b6107fd8383611725565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146108135760405163703e46dd60e11b815260040160405180910390fd5b6001600160a01b0381165f9081525f51602061208e5f395f51905f526020526040812060028101545f51602061204e5f395f51905f52920361133d5760405162461bcd60e51b815260206004820152600e60248201526d195c9c9bdc97db9bdd119bdd5b9960921b60448201526064016108c2565b600381015460048201546001600160a01b03918216911680611380578354600160481b600160e81b031916600160481b6001600160a01b038416021784556113b3565b6001600160a01b038181165f908152600286016020526040902060030180546001600160a01b0319169184169190911790555b6001600160a01b0382166113e3576001840180546001600160a01b0319166001600160a01b038316179055611416565b6001600160a01b038281165f908152600286016020526040902060040180546001600160a01b0319169183169190911790555b83546001600160401b0316845f61142c83611ecd565b82546001600160401b039182166101009390930a9283029190920219909116179055506001600160a01b0385165f908152600285016020526040812080546001600160a01b03191681559081816114866001830182611931565b505f6002919091018190556003830180546001600160a01b031990811690915560049093018054909316909255506040516001600160a01b038716917fcfc24166db4bb677e857cacabd1541fb2b30645021b27c5130419589b84db52b91a25050505050565b6001600160a01b0382165f9081525f51602061208e5f395f51905f526020526040812060028101545f51602061204e5f395f51905f5292908103611616575060018281015482546001600160a01b038781166001600160a01b03199283161785556004850180549092169216918217905580611589578354600160481b600160e81b031916600160481b6001600160a01b038816021784556115bc565b6001600160a01b038181165f908152600286016020526040902060030180546001600160a01b0319169188169190911790555b6001840180546001600160a01b0319166001600160a01b03881617905583546001600160401b0316845f6115ef83611eee565b91906101000a8154816001600160401b0302191690836001600160401b0316021790555050505b600182016116248582611f6e565b50426002830181905560405182916001600160a01b038816917f7b8ea65757bf0d882563917834f76c4df069ea7e489c9fc65bf764289792e3349161166b9189919061202c565b60405180910390a35050505050565b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a005b92915050565b61171c61177a565b6106ec8161179f565b61172e826117a7565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a2805115611772576107fd828261180a565b61071e6118aa565b6117826118c9565b61081357604051631afcd79f60e31b815260040160405180910390fd5b61103361177a565b806001600160a01b03163b5f036117dc57604051634c9c8ce360e01b81526001600160a01b03821660048201526024016108c2565b5f51602061206e5f395f51905f5280546001600160a01b0319166001600160a01b0392909216919091179055565b60605f61181784846118d2565b905080801561183857505f3d118061183857505f846001600160a01b03163b115b1561184d576118456118e5565b91505061170e565b801561187757604051639996b31560e01b81526001600160a01b03851660048201526024016108c2565b3d1561188a576118856118fe565b6118a3565b60405163d6bda27560e01b815260040160405180910390fd5b5092915050565b34156108135760405163b398979f60e01b815260040160405180910390fd5b5f610a076116ea565b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b60405180606001604052805f6001600160a01b03168152602001606081526020015f81525090565b50805461193d90611de7565b5f825580601f1061194c575050565b601f0160209004905f5260205f209061081391905f5b808211156107fd575f81840155600101611962565b80356001600160a01b038116811461198d575f5ffd5b919050565b5f602082840312156119a2575f5ffd5b6119ab82611977565b9392505050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60018060a01b0381511682525f602082015160606020850152611a0660608501826119b2565b604093840151949093019390935250919050565b606081525f611a2c60608301866119e0565b6001600160a01b0394851660208401529290931660409091015292915050565b8035801515811461198d575f5ffd5b5f60208284031215611a6b575f5ffd5b6119ab82611a4c565b634e487b7160e01b5f52604160045260245ffd5b5f5f60408385031215611a99575f5ffd5b611aa283611977565b915060208301356001600160401b03811115611abc575f5ffd5b8301601f81018513611acc575f5ffd5b80356001600160401b03811115611ae557611ae5611a74565b604051601f8201601f19908116603f011681016001600160401b0381118282101715611b1357611b13611a74565b604052818152828201602001871015611b2a575f5ffd5b816020840160208301375f602083830101528093505050509250929050565b5f5f83601f840112611b59575f5ffd5b5081356001600160401b03811115611b6f575f5ffd5b602083019150836020828501011115611b86575f5ffd5b9250929050565b5f5f5f60408486031215611b9f575f5ffd5b611ba884611977565b925060208401356001600160401b03811115611bc2575f5ffd5b611bce86828701611b49565b9497909650939450505050565b5f5f60208385031215611bec575f5ffd5b82356001600160401b03811115611c01575f5ffd5b611c0d85828601611b49565b90969095509350505050565b634e487b7160e01b5f52602160045260245ffd5b6020810160038310611c4d57634e487b7160e01b5f52602160045260245ffd5b91905290565b602081525f6119ab60208301846119e0565b602081525f6119ab60208301846119b2565b5f60208284031215611c87575f5ffd5b5035919050565b5f5f60408385031215611c9f575f5ffd5b611ca883611977565b946020939093013593505050565b5f602082016020835280845180835260408501915060408160051b8601019250602086015f5b82811015611d0d57603f19878603018452611cf88583516119e0565b94506020938401939190910190600101611cdc565b50929695505050505050565b5f5f83601f840112611d29575f5ffd5b5081356001600160401b03811115611d3f575f5ffd5b6020830191508360208260051b8501011115611b86575f5ffd5b5f5f5f5f5f5f60808789031215611d6e575f5ffd5b611d7787611977565b9550611d8560208801611a4c565b945060408701356001600160401b03811115611d9f575f5ffd5b611dab89828a01611d19565b90955093505060608701356001600160401b03811115611dc9575f5ffd5b611dd589828a01611d19565b979a9699509497509295939492505050565b600181811c90821680611dfb57607f821691505b602082108103611e1957634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52601160045260245ffd5b5f81611e4157611e41611e1f565b505f190190565b634e487b7160e01b5f52603260045260245ffd5b5f60018201611e6d57611e6d611e1f565b5060010190565b5f5f8335601e19843603018112611e89575f5ffd5b8301803591506001600160401b03821115611ea2575f5ffd5b602001915036819003821315611b86575f5ffd5b5f60208284031215611ec6575f5ffd5b5051919050565b5f6001600160401b03821680611ee557611ee5611e1f565b5f190192915050565b5f6001600160401b0382166001600160401b038103611f0f57611f0f611e1f565b60010192915050565b601f8211156107fd57828211156107fd57805f5260205f20601f840160051c6020851015611f4357505f5b90810190601f840160051c035f5b81811015611f66575f83820155600101611f51565b505050505050565b81516001600160401b03811115611f8757611f87611a74565b611f9b81611f958454611de7565b84611f18565b6020601f821160018114611fcd575f8315611fb65750848201515b5f19600385901b1c1916600184901b178455612025565b5f84815260208120601f198516915b82811015611ffc5787850151825560209485019460019092019101611fdc565b508482101561201957868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b604081525f61203e60408301856119b2565b9050826020830152939250505056fecea92c714e2d714d0f4d06bd696bd854522ef06b935f883284671583e20b8800360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbccea92c714e2d714d0f4d06bd696bd854522ef06b935f883284671583e20b8802cea92c714e2d714d0f4d06bd696bd854522ef06b935f883284671583e20b8803",
}

// NodeRegistry is an auto generated Go binding around an Ethereum contract.
type NodeRegistry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *NodeRegistry) GetABI() abi.ABI {
	return c.abi
}

// NewNodeRegistry creates a new instance of NodeRegistry.
func NewNodeRegistry() *NodeRegistry {
	parsed, err := NodeRegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &NodeRegistry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *NodeRegistry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (nodeRegistry *NodeRegistry) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := nodeRegistry.abi.Pack("UPGRADE_INTERFACE_VERSION")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (nodeRegistry *NodeRegistry) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return nodeRegistry.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (nodeRegistry *NodeRegistry) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := nodeRegistry.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackCreateOrUpdateNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d8f7f2a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createOrUpdateNode(address node, string metadata_) returns()
func (nodeRegistry *NodeRegistry) PackCreateOrUpdateNode(node common.Address, metadata string) []byte {
	enc, err := nodeRegistry.abi.Pack("createOrUpdateNode", node, metadata)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateOrUpdateNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d8f7f2a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createOrUpdateNode(address node, string metadata_) returns()
func (nodeRegistry *NodeRegistry) TryPackCreateOrUpdateNode(node common.Address, metadata string) ([]byte, error) {
	return nodeRegistry.abi.Pack("createOrUpdateNode", node, metadata)
}

// PackCreateOrUpdateNodeSelf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99e68eea.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createOrUpdateNodeSelf(string metadata_) returns()
func (nodeRegistry *NodeRegistry) PackCreateOrUpdateNodeSelf(metadata string) []byte {
	enc, err := nodeRegistry.abi.Pack("createOrUpdateNodeSelf", metadata)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateOrUpdateNodeSelf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99e68eea.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createOrUpdateNodeSelf(string metadata_) returns()
func (nodeRegistry *NodeRegistry) TryPackCreateOrUpdateNodeSelf(metadata string) ([]byte, error) {
	return nodeRegistry.abi.Pack("createOrUpdateNodeSelf", metadata)
}

// PackGetNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9d209048.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getNode(address nodeAddress) view returns((address,string,uint256))
func (nodeRegistry *NodeRegistry) PackGetNode(nodeAddress common.Address) []byte {
	enc, err := nodeRegistry.abi.Pack("getNode", nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9d209048.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getNode(address nodeAddress) view returns((address,string,uint256))
func (nodeRegistry *NodeRegistry) TryPackGetNode(nodeAddress common.Address) ([]byte, error) {
	return nodeRegistry.abi.Pack("getNode", nodeAddress)
}

// UnpackGetNode is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9d209048.
//
// Solidity: function getNode(address nodeAddress) view returns((address,string,uint256))
func (nodeRegistry *NodeRegistry) UnpackGetNode(data []byte) (NodeRegistryNode, error) {
	out, err := nodeRegistry.abi.Unpack("getNode", data)
	if err != nil {
		return *new(NodeRegistryNode), err
	}
	out0 := *abi.ConvertType(out[0], new(NodeRegistryNode)).(*NodeRegistryNode)
	return out0, nil
}

// PackGetNodeByNumber is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae5b4961.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getNodeByNumber(uint256 i) view returns((address,string,uint256))
func (nodeRegistry *NodeRegistry) PackGetNodeByNumber(i *big.Int) []byte {
	enc, err := nodeRegistry.abi.Pack("getNodeByNumber", i)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetNodeByNumber is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae5b4961.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getNodeByNumber(uint256 i) view returns((address,string,uint256))
func (nodeRegistry *NodeRegistry) TryPackGetNodeByNumber(i *big.Int) ([]byte, error) {
	return nodeRegistry.abi.Pack("getNodeByNumber", i)
}

// UnpackGetNodeByNumber is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xae5b4961.
//
// Solidity: function getNodeByNumber(uint256 i) view returns((address,string,uint256))
func (nodeRegistry *NodeRegistry) UnpackGetNodeByNumber(data []byte) (NodeRegistryNode, error) {
	out, err := nodeRegistry.abi.Unpack("getNodeByNumber", data)
	if err != nil {
		return *new(NodeRegistryNode), err
	}
	out0 := *abi.ConvertType(out[0], new(NodeRegistryNode)).(*NodeRegistryNode)
	return out0, nil
}

// PackGetNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe29581aa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getNodes() view returns((address,string,uint256)[])
func (nodeRegistry *NodeRegistry) PackGetNodes() []byte {
	enc, err := nodeRegistry.abi.Pack("getNodes")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe29581aa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getNodes() view returns((address,string,uint256)[])
func (nodeRegistry *NodeRegistry) TryPackGetNodes() ([]byte, error) {
	return nodeRegistry.abi.Pack("getNodes")
}

// UnpackGetNodes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe29581aa.
//
// Solidity: function getNodes() view returns((address,string,uint256)[])
func (nodeRegistry *NodeRegistry) UnpackGetNodes(data []byte) ([]NodeRegistryNode, error) {
	out, err := nodeRegistry.abi.Unpack("getNodes", data)
	if err != nil {
		return *new([]NodeRegistryNode), err
	}
	out0 := *abi.ConvertType(out[0], new([]NodeRegistryNode)).(*[]NodeRegistryNode)
	return out0, nil
}

// PackGetPage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf665a15.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPage(address first, uint256 limit) view returns((address,string,uint256)[] page)
func (nodeRegistry *NodeRegistry) PackGetPage(first common.Address, limit *big.Int) []byte {
	enc, err := nodeRegistry.abi.Pack("getPage", first, limit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf665a15.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPage(address first, uint256 limit) view returns((address,string,uint256)[] page)
func (nodeRegistry *NodeRegistry) TryPackGetPage(first common.Address, limit *big.Int) ([]byte, error) {
	return nodeRegistry.abi.Pack("getPage", first, limit)
}

// UnpackGetPage is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdf665a15.
//
// Solidity: function getPage(address first, uint256 limit) view returns((address,string,uint256)[] page)
func (nodeRegistry *NodeRegistry) UnpackGetPage(data []byte) ([]NodeRegistryNode, error) {
	out, err := nodeRegistry.abi.Unpack("getPage", data)
	if err != nil {
		return *new([]NodeRegistryNode), err
	}
	out0 := *abi.ConvertType(out[0], new([]NodeRegistryNode)).(*[]NodeRegistryNode)
	return out0, nil
}

// PackHeadNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x46c198f6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function headNode() view returns(address)
func (nodeRegistry *NodeRegistry) PackHeadNode() []byte {
	enc, err := nodeRegistry.abi.Pack("headNode")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHeadNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x46c198f6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function headNode() view returns(address)
func (nodeRegistry *NodeRegistry) TryPackHeadNode() ([]byte, error) {
	return nodeRegistry.abi.Pack("headNode")
}

// UnpackHeadNode is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x46c198f6.
//
// Solidity: function headNode() view returns(address)
func (nodeRegistry *NodeRegistry) UnpackHeadNode(data []byte) (common.Address, error) {
	out, err := nodeRegistry.abi.Unpack("headNode", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xecf274da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner_, bool requiresWhitelist_, address[] initialNodes, string[] initialMetadata) returns()
func (nodeRegistry *NodeRegistry) PackInitialize(owner common.Address, requiresWhitelist bool, initialNodes []common.Address, initialMetadata []string) []byte {
	enc, err := nodeRegistry.abi.Pack("initialize", owner, requiresWhitelist, initialNodes, initialMetadata)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xecf274da.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner_, bool requiresWhitelist_, address[] initialNodes, string[] initialMetadata) returns()
func (nodeRegistry *NodeRegistry) TryPackInitialize(owner common.Address, requiresWhitelist bool, initialNodes []common.Address, initialMetadata []string) ([]byte, error) {
	return nodeRegistry.abi.Pack("initialize", owner, requiresWhitelist, initialNodes, initialMetadata)
}

// PackKickOut is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5668c8fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function kickOut(address nodeAddress) returns()
func (nodeRegistry *NodeRegistry) PackKickOut(nodeAddress common.Address) []byte {
	enc, err := nodeRegistry.abi.Pack("kickOut", nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackKickOut is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5668c8fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function kickOut(address nodeAddress) returns()
func (nodeRegistry *NodeRegistry) TryPackKickOut(nodeAddress common.Address) ([]byte, error) {
	return nodeRegistry.abi.Pack("kickOut", nodeAddress)
}

// PackNodeCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6da49b83.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nodeCount() view returns(uint64)
func (nodeRegistry *NodeRegistry) PackNodeCount() []byte {
	enc, err := nodeRegistry.abi.Pack("nodeCount")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNodeCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6da49b83.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nodeCount() view returns(uint64)
func (nodeRegistry *NodeRegistry) TryPackNodeCount() ([]byte, error) {
	return nodeRegistry.abi.Pack("nodeCount")
}

// UnpackNodeCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6da49b83.
//
// Solidity: function nodeCount() view returns(uint64)
func (nodeRegistry *NodeRegistry) UnpackNodeCount(data []byte) (uint64, error) {
	out, err := nodeRegistry.abi.Unpack("nodeCount", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x189a5a17.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nodes(address nodeAddress) view returns((address,string,uint256) node, address next, address prev)
func (nodeRegistry *NodeRegistry) PackNodes(nodeAddress common.Address) []byte {
	enc, err := nodeRegistry.abi.Pack("nodes", nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x189a5a17.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nodes(address nodeAddress) view returns((address,string,uint256) node, address next, address prev)
func (nodeRegistry *NodeRegistry) TryPackNodes(nodeAddress common.Address) ([]byte, error) {
	return nodeRegistry.abi.Pack("nodes", nodeAddress)
}

// NodeRegistryNodesOutput serves as a container for the return parameters of contract
// method Nodes.
type NodeRegistryNodesOutput struct {
	Node NodeRegistryNode
	Next common.Address
	Prev common.Address
}

// UnpackNodes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x189a5a17.
//
// Solidity: function nodes(address nodeAddress) view returns((address,string,uint256) node, address next, address prev)
func (nodeRegistry *NodeRegistry) UnpackNodes(data []byte) (NodeRegistryNodesOutput, error) {
	out, err := nodeRegistry.abi.Unpack("nodes", data)
	outstruct := new(NodeRegistryNodesOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Node = *abi.ConvertType(out[0], new(NodeRegistryNode)).(*NodeRegistryNode)
	outstruct.Next = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)
	outstruct.Prev = *abi.ConvertType(out[2], new(common.Address)).(*common.Address)
	return *outstruct, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (nodeRegistry *NodeRegistry) PackOwner() []byte {
	enc, err := nodeRegistry.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (nodeRegistry *NodeRegistry) TryPackOwner() ([]byte, error) {
	return nodeRegistry.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (nodeRegistry *NodeRegistry) UnpackOwner(data []byte) (common.Address, error) {
	out, err := nodeRegistry.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (nodeRegistry *NodeRegistry) PackProxiableUUID() []byte {
	enc, err := nodeRegistry.abi.Pack("proxiableUUID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (nodeRegistry *NodeRegistry) TryPackProxiableUUID() ([]byte, error) {
	return nodeRegistry.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (nodeRegistry *NodeRegistry) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := nodeRegistry.abi.Unpack("proxiableUUID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRemoveNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2b99ec9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function removeNode(address nodeAddress) returns()
func (nodeRegistry *NodeRegistry) PackRemoveNode(nodeAddress common.Address) []byte {
	enc, err := nodeRegistry.abi.Pack("removeNode", nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemoveNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2b99ec9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function removeNode(address nodeAddress) returns()
func (nodeRegistry *NodeRegistry) TryPackRemoveNode(nodeAddress common.Address) ([]byte, error) {
	return nodeRegistry.abi.Pack("removeNode", nodeAddress)
}

// PackRemoveNodeSelf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe670c15d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function removeNodeSelf() returns()
func (nodeRegistry *NodeRegistry) PackRemoveNodeSelf() []byte {
	enc, err := nodeRegistry.abi.Pack("removeNodeSelf")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemoveNodeSelf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe670c15d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function removeNodeSelf() returns()
func (nodeRegistry *NodeRegistry) TryPackRemoveNodeSelf() ([]byte, error) {
	return nodeRegistry.abi.Pack("removeNodeSelf")
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (nodeRegistry *NodeRegistry) PackRenounceOwnership() []byte {
	enc, err := nodeRegistry.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (nodeRegistry *NodeRegistry) TryPackRenounceOwnership() ([]byte, error) {
	return nodeRegistry.abi.Pack("renounceOwnership")
}

// PackRequiresWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa5ee5b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requiresWhitelist() view returns(bool)
func (nodeRegistry *NodeRegistry) PackRequiresWhitelist() []byte {
	enc, err := nodeRegistry.abi.Pack("requiresWhitelist")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequiresWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa5ee5b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requiresWhitelist() view returns(bool)
func (nodeRegistry *NodeRegistry) TryPackRequiresWhitelist() ([]byte, error) {
	return nodeRegistry.abi.Pack("requiresWhitelist")
}

// UnpackRequiresWhitelist is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa5ee5b41.
//
// Solidity: function requiresWhitelist() view returns(bool)
func (nodeRegistry *NodeRegistry) UnpackRequiresWhitelist(data []byte) (bool, error) {
	out, err := nodeRegistry.abi.Unpack("requiresWhitelist", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSetRequiresWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20a59a03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setRequiresWhitelist(bool value) returns()
func (nodeRegistry *NodeRegistry) PackSetRequiresWhitelist(value bool) []byte {
	enc, err := nodeRegistry.abi.Pack("setRequiresWhitelist", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetRequiresWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20a59a03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setRequiresWhitelist(bool value) returns()
func (nodeRegistry *NodeRegistry) TryPackSetRequiresWhitelist(value bool) ([]byte, error) {
	return nodeRegistry.abi.Pack("setRequiresWhitelist", value)
}

// PackTailNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbfdf0866.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tailNode() view returns(address)
func (nodeRegistry *NodeRegistry) PackTailNode() []byte {
	enc, err := nodeRegistry.abi.Pack("tailNode")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTailNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbfdf0866.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tailNode() view returns(address)
func (nodeRegistry *NodeRegistry) TryPackTailNode() ([]byte, error) {
	return nodeRegistry.abi.Pack("tailNode")
}

// UnpackTailNode is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbfdf0866.
//
// Solidity: function tailNode() view returns(address)
func (nodeRegistry *NodeRegistry) UnpackTailNode(data []byte) (common.Address, error) {
	out, err := nodeRegistry.abi.Unpack("tailNode", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (nodeRegistry *NodeRegistry) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := nodeRegistry.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (nodeRegistry *NodeRegistry) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return nodeRegistry.abi.Pack("transferOwnership", newOwner)
}

// PackUpgradeTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3659cfe6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeTo(address newImplementation) returns()
func (nodeRegistry *NodeRegistry) PackUpgradeTo(newImplementation common.Address) []byte {
	enc, err := nodeRegistry.abi.Pack("upgradeTo", newImplementation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3659cfe6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeTo(address newImplementation) returns()
func (nodeRegistry *NodeRegistry) TryPackUpgradeTo(newImplementation common.Address) ([]byte, error) {
	return nodeRegistry.abi.Pack("upgradeTo", newImplementation)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (nodeRegistry *NodeRegistry) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := nodeRegistry.abi.Pack("upgradeToAndCall", newImplementation, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (nodeRegistry *NodeRegistry) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return nodeRegistry.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// PackWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9b19251a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function whitelist(address nodeAddress) view returns(uint8)
func (nodeRegistry *NodeRegistry) PackWhitelist(nodeAddress common.Address) []byte {
	enc, err := nodeRegistry.abi.Pack("whitelist", nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9b19251a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function whitelist(address nodeAddress) view returns(uint8)
func (nodeRegistry *NodeRegistry) TryPackWhitelist(nodeAddress common.Address) ([]byte, error) {
	return nodeRegistry.abi.Pack("whitelist", nodeAddress)
}

// UnpackWhitelist is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9b19251a.
//
// Solidity: function whitelist(address nodeAddress) view returns(uint8)
func (nodeRegistry *NodeRegistry) UnpackWhitelist(data []byte) (uint8, error) {
	out, err := nodeRegistry.abi.Unpack("whitelist", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackWhitelistApproveNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5888799c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function whitelistApproveNode(address nodeAddress) returns()
func (nodeRegistry *NodeRegistry) PackWhitelistApproveNode(nodeAddress common.Address) []byte {
	enc, err := nodeRegistry.abi.Pack("whitelistApproveNode", nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWhitelistApproveNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5888799c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function whitelistApproveNode(address nodeAddress) returns()
func (nodeRegistry *NodeRegistry) TryPackWhitelistApproveNode(nodeAddress common.Address) ([]byte, error) {
	return nodeRegistry.abi.Pack("whitelistApproveNode", nodeAddress)
}

// PackWhitelistRejectNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2af57580.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function whitelistRejectNode(address nodeAddress) returns()
func (nodeRegistry *NodeRegistry) PackWhitelistRejectNode(nodeAddress common.Address) []byte {
	enc, err := nodeRegistry.abi.Pack("whitelistRejectNode", nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWhitelistRejectNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2af57580.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function whitelistRejectNode(address nodeAddress) returns()
func (nodeRegistry *NodeRegistry) TryPackWhitelistRejectNode(nodeAddress common.Address) ([]byte, error) {
	return nodeRegistry.abi.Pack("whitelistRejectNode", nodeAddress)
}

// NodeRegistryInitialized represents a Initialized event raised by the NodeRegistry contract.
type NodeRegistryInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const NodeRegistryInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (NodeRegistryInitialized) ContractEventName() string {
	return NodeRegistryInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (nodeRegistry *NodeRegistry) UnpackInitializedEvent(log *types.Log) (*NodeRegistryInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeRegistryInitialized)
	if len(log.Data) > 0 {
		if err := nodeRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeRegistryNodeRemoved represents a NodeRemoved event raised by the NodeRegistry contract.
type NodeRegistryNodeRemoved struct {
	NodeAddress common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const NodeRegistryNodeRemovedEventName = "NodeRemoved"

// ContractEventName returns the user-defined event name.
func (NodeRegistryNodeRemoved) ContractEventName() string {
	return NodeRegistryNodeRemovedEventName
}

// UnpackNodeRemovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NodeRemoved(address indexed nodeAddress)
func (nodeRegistry *NodeRegistry) UnpackNodeRemovedEvent(log *types.Log) (*NodeRegistryNodeRemoved, error) {
	event := "NodeRemoved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeRegistryNodeRemoved)
	if len(log.Data) > 0 {
		if err := nodeRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeRegistryNodeUpdated represents a NodeUpdated event raised by the NodeRegistry contract.
type NodeRegistryNodeUpdated struct {
	NodeAddress common.Address
	Metadata    string
	IsNew       *big.Int
	LastSeen    *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const NodeRegistryNodeUpdatedEventName = "NodeUpdated"

// ContractEventName returns the user-defined event name.
func (NodeRegistryNodeUpdated) ContractEventName() string {
	return NodeRegistryNodeUpdatedEventName
}

// UnpackNodeUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NodeUpdated(address indexed nodeAddress, string metadata, uint256 indexed isNew, uint256 lastSeen)
func (nodeRegistry *NodeRegistry) UnpackNodeUpdatedEvent(log *types.Log) (*NodeRegistryNodeUpdated, error) {
	event := "NodeUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeRegistryNodeUpdated)
	if len(log.Data) > 0 {
		if err := nodeRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeRegistryNodeWhitelistApproved represents a NodeWhitelistApproved event raised by the NodeRegistry contract.
type NodeRegistryNodeWhitelistApproved struct {
	NodeAddress common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const NodeRegistryNodeWhitelistApprovedEventName = "NodeWhitelistApproved"

// ContractEventName returns the user-defined event name.
func (NodeRegistryNodeWhitelistApproved) ContractEventName() string {
	return NodeRegistryNodeWhitelistApprovedEventName
}

// UnpackNodeWhitelistApprovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NodeWhitelistApproved(address indexed nodeAddress)
func (nodeRegistry *NodeRegistry) UnpackNodeWhitelistApprovedEvent(log *types.Log) (*NodeRegistryNodeWhitelistApproved, error) {
	event := "NodeWhitelistApproved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeRegistryNodeWhitelistApproved)
	if len(log.Data) > 0 {
		if err := nodeRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeRegistryNodeWhitelistRejected represents a NodeWhitelistRejected event raised by the NodeRegistry contract.
type NodeRegistryNodeWhitelistRejected struct {
	NodeAddress common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const NodeRegistryNodeWhitelistRejectedEventName = "NodeWhitelistRejected"

// ContractEventName returns the user-defined event name.
func (NodeRegistryNodeWhitelistRejected) ContractEventName() string {
	return NodeRegistryNodeWhitelistRejectedEventName
}

// UnpackNodeWhitelistRejectedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NodeWhitelistRejected(address indexed nodeAddress)
func (nodeRegistry *NodeRegistry) UnpackNodeWhitelistRejectedEvent(log *types.Log) (*NodeRegistryNodeWhitelistRejected, error) {
	event := "NodeWhitelistRejected"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeRegistryNodeWhitelistRejected)
	if len(log.Data) > 0 {
		if err := nodeRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeRegistryOwnershipTransferred represents a OwnershipTransferred event raised by the NodeRegistry contract.
type NodeRegistryOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const NodeRegistryOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (NodeRegistryOwnershipTransferred) ContractEventName() string {
	return NodeRegistryOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (nodeRegistry *NodeRegistry) UnpackOwnershipTransferredEvent(log *types.Log) (*NodeRegistryOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeRegistryOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := nodeRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeRegistryRequiresWhitelistChanged represents a RequiresWhitelistChanged event raised by the NodeRegistry contract.
type NodeRegistryRequiresWhitelistChanged struct {
	Value bool
	Raw   *types.Log // Blockchain specific contextual infos
}

const NodeRegistryRequiresWhitelistChangedEventName = "RequiresWhitelistChanged"

// ContractEventName returns the user-defined event name.
func (NodeRegistryRequiresWhitelistChanged) ContractEventName() string {
	return NodeRegistryRequiresWhitelistChangedEventName
}

// UnpackRequiresWhitelistChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RequiresWhitelistChanged(bool indexed value)
func (nodeRegistry *NodeRegistry) UnpackRequiresWhitelistChangedEvent(log *types.Log) (*NodeRegistryRequiresWhitelistChanged, error) {
	event := "RequiresWhitelistChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeRegistryRequiresWhitelistChanged)
	if len(log.Data) > 0 {
		if err := nodeRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// NodeRegistryUpgraded represents a Upgraded event raised by the NodeRegistry contract.
type NodeRegistryUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const NodeRegistryUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (NodeRegistryUpgraded) ContractEventName() string {
	return NodeRegistryUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (nodeRegistry *NodeRegistry) UnpackUpgradedEvent(log *types.Log) (*NodeRegistryUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeRegistryUpgraded)
	if len(log.Data) > 0 {
		if err := nodeRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (nodeRegistry *NodeRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], nodeRegistry.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return nodeRegistry.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeRegistry.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return nodeRegistry.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeRegistry.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return nodeRegistry.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeRegistry.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return nodeRegistry.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeRegistry.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return nodeRegistry.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeRegistry.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return nodeRegistry.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeRegistry.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return nodeRegistry.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeRegistry.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return nodeRegistry.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeRegistry.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return nodeRegistry.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeRegistry.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return nodeRegistry.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeRegistry.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return nodeRegistry.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	return nil, errors.New("unknown error")
}

// NodeRegistryAddressEmptyCode represents a AddressEmptyCode error raised by the NodeRegistry contract.
type NodeRegistryAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func NodeRegistryAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (nodeRegistry *NodeRegistry) UnpackAddressEmptyCodeError(raw []byte) (*NodeRegistryAddressEmptyCode, error) {
	out := new(NodeRegistryAddressEmptyCode)
	if err := nodeRegistry.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeRegistryERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the NodeRegistry contract.
type NodeRegistryERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func NodeRegistryERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (nodeRegistry *NodeRegistry) UnpackERC1967InvalidImplementationError(raw []byte) (*NodeRegistryERC1967InvalidImplementation, error) {
	out := new(NodeRegistryERC1967InvalidImplementation)
	if err := nodeRegistry.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeRegistryERC1967NonPayable represents a ERC1967NonPayable error raised by the NodeRegistry contract.
type NodeRegistryERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func NodeRegistryERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (nodeRegistry *NodeRegistry) UnpackERC1967NonPayableError(raw []byte) (*NodeRegistryERC1967NonPayable, error) {
	out := new(NodeRegistryERC1967NonPayable)
	if err := nodeRegistry.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeRegistryFailedCall represents a FailedCall error raised by the NodeRegistry contract.
type NodeRegistryFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func NodeRegistryFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (nodeRegistry *NodeRegistry) UnpackFailedCallError(raw []byte) (*NodeRegistryFailedCall, error) {
	out := new(NodeRegistryFailedCall)
	if err := nodeRegistry.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeRegistryInvalidInitialization represents a InvalidInitialization error raised by the NodeRegistry contract.
type NodeRegistryInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func NodeRegistryInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (nodeRegistry *NodeRegistry) UnpackInvalidInitializationError(raw []byte) (*NodeRegistryInvalidInitialization, error) {
	out := new(NodeRegistryInvalidInitialization)
	if err := nodeRegistry.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeRegistryNotInitializing represents a NotInitializing error raised by the NodeRegistry contract.
type NodeRegistryNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func NodeRegistryNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (nodeRegistry *NodeRegistry) UnpackNotInitializingError(raw []byte) (*NodeRegistryNotInitializing, error) {
	out := new(NodeRegistryNotInitializing)
	if err := nodeRegistry.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeRegistryOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the NodeRegistry contract.
type NodeRegistryOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func NodeRegistryOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (nodeRegistry *NodeRegistry) UnpackOwnableInvalidOwnerError(raw []byte) (*NodeRegistryOwnableInvalidOwner, error) {
	out := new(NodeRegistryOwnableInvalidOwner)
	if err := nodeRegistry.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeRegistryOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the NodeRegistry contract.
type NodeRegistryOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func NodeRegistryOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (nodeRegistry *NodeRegistry) UnpackOwnableUnauthorizedAccountError(raw []byte) (*NodeRegistryOwnableUnauthorizedAccount, error) {
	out := new(NodeRegistryOwnableUnauthorizedAccount)
	if err := nodeRegistry.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeRegistryReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the NodeRegistry contract.
type NodeRegistryReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func NodeRegistryReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (nodeRegistry *NodeRegistry) UnpackReentrancyGuardReentrantCallError(raw []byte) (*NodeRegistryReentrancyGuardReentrantCall, error) {
	out := new(NodeRegistryReentrancyGuardReentrantCall)
	if err := nodeRegistry.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeRegistryUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the NodeRegistry contract.
type NodeRegistryUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func NodeRegistryUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (nodeRegistry *NodeRegistry) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*NodeRegistryUUPSUnauthorizedCallContext, error) {
	out := new(NodeRegistryUUPSUnauthorizedCallContext)
	if err := nodeRegistry.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeRegistryUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the NodeRegistry contract.
type NodeRegistryUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func NodeRegistryUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (nodeRegistry *NodeRegistry) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*NodeRegistryUUPSUnsupportedProxiableUUID, error) {
	out := new(NodeRegistryUUPSUnsupportedProxiableUUID)
	if err := nodeRegistry.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}
