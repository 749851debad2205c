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

// StreamStorageRegistryMetaData contains all meta data concerning the StreamStorageRegistry contract.
var StreamStorageRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UUPSUnauthorizedCallContext\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"slot\",\"type\":\"bytes32\"}],\"name\":\"UUPSUnsupportedProxiableUUID\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"Added\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"Removed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"forwarder\",\"type\":\"address\"}],\"name\":\"TrustedForwarderChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"UPGRADE_INTERFACE_VERSION\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address[]\",\"name\":\"addNodes\",\"type\":\"address[]\"},{\"internalType\":\"address[]\",\"name\":\"removeNodes\",\"type\":\"address[]\"}],\"name\":\"addAndRemoveStorageNodes\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"addStorageNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"streamRegistryAddress\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"nodeRegistryAddress\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"trustedForwarderAddress\",\"type\":\"address\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"isStorageNodeOf\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"forwarder\",\"type\":\"address\"}],\"name\":\"isTrustedForwarder\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"nodeRegistry\",\"outputs\":[{\"internalType\":\"contractNodeRegistry\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"pairs\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"dateCreated\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proxiableUUID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"removeStorageNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"forwarder\",\"type\":\"address\"}],\"name\":\"setTrustedForwarder\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"streamRegistry\",\"outputs\":[{\"internalType\":\"contractStreamRegistry\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"}],\"name\":\"upgradeTo\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "StreamStorageRegistry",
	Bin: "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b608051611bf06100f95f395f8181610deb01528181610e140152610f420152611bf05ff3fe6080604052600436106100fa575f3560e01c80638da5cb5b11610092578063d9b5c4a511610062578063d9b5c4a5146102c4578063da74222814610300578063e36421531461031f578063f2fde38b14610333578063f8c8765e14610352575f5ffd5b80638da5cb5b146101f9578063a030f2df14610249578063a1aeaf2214610268578063ad3cb1cc14610287575f5ffd5b8063715018a6116100cd578063715018a614610188578063749d18d71461019c57806380e9f2ba146101bb578063842107cd146101da575f5ffd5b80633659cfe6146100fe5780634f1ef2861461011f57806352d1902d14610132578063572b6c0514610159575b5f5ffd5b348015610109575f5ffd5b5061011d6101183660046115de565b610371565b005b61011d61012d366004611692565b61038c565b34801561013d575f5ffd5b506101466103ab565b6040519081526020015b60405180910390f35b348015610164575f5ffd5b506101786101733660046115de565b6103c6565b6040519015158152602001610150565b348015610193575f5ffd5b5061011d610411565b3480156101a7575f5ffd5b5061011d6101b6366004611762565b610424565b3480156101c6575f5ffd5b506101466101d5366004611762565b610653565b3480156101e5575f5ffd5b5061011d6101f4366004611762565b6106b6565b348015610204575f5ffd5b507f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b03165b6040516001600160a01b039091168152602001610150565b348015610254575f5ffd5b50610178610263366004611762565b6108d3565b348015610273575f5ffd5b5061011d6102823660046117f4565b610975565b348015610292575f5ffd5b506102b7604051806040016040528060058152602001640352e302e360dc1b81525081565b6040516101509190611890565b3480156102cf575f5ffd5b507fba7e6ea12c9d4631def48ab45489124e825287184ce801662191af1f156a1f01546001600160a01b0316610231565b34801561030b575f5ffd5b5061011d61031a3660046115de565b610c1b565b34801561032a575f5ffd5b50610231610c2c565b34801561033e575f5ffd5b5061011d61034d3660046115de565b610c4b565b34801561035d575f5ffd5b5061011d61036c3660046118c5565b610c85565b6103898160405180602001604052805f81525061038c565b50565b610394610de0565b61039d82610e6e565b6103a78282610e76565b5050565b5f6103b4610f37565b505f516020611bd05f395f51905f5290565b5f6001600160a01b0382161580159061040b57507f605d14bf92bc61cba2711f00f38e6e1ac7032ca59232ebe15b01dd55136fc000546001600160a01b038381169116145b92915050565b610419610f80565b6104225f610ffd565b565b82825f61042f610c2c565b60405163130d191f60e11b81529091506001600160a01b0382169063261a323e906104609086908690600401611946565b602060405180830381865afa15801561047b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061049f9190611959565b6104c45760405162461bcd60e51b81526004016104bb90611978565b60405180910390fd5b5f6104cd61106d565b604051631116420760e31b81529091506001600160a01b038316906388b2103890610502908790879086905f906004016119af565b602060405180830381865afa15801561051d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906105419190611959565b806106235750816001600160a01b03166391d14854836001600160a01b031663353f85006040518163ffffffff1660e01b8152600401602060405180830381865afa158015610592573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906105b691906119fe565b6040516001600160e01b031960e084901b16815260048101919091526001600160a01b0384166024820152604401602060405180830381865afa1580156105ff573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906106239190611959565b61063f5760405162461bcd60e51b81526004016104bb90611a15565b61064a87878761107b565b50505050505050565b5f5f516020611bb05f395f51905f526002015f8585604051610676929190611a45565b604051809103902081526020019081526020015f205f836001600160a01b03166001600160a01b031681526020019081526020015f205490509392505050565b82825f6106c1610c2c565b60405163130d191f60e11b81529091506001600160a01b0382169063261a323e906106f29086908690600401611946565b602060405180830381865afa15801561070d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906107319190611959565b61074d5760405162461bcd60e51b81526004016104bb90611978565b5f61075661106d565b604051631116420760e31b81529091506001600160a01b038316906388b210389061078b908790879086905f906004016119af565b602060405180830381865afa1580156107a6573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906107ca9190611959565b806108ac5750816001600160a01b03166391d14854836001600160a01b031663353f85006040518163ffffffff1660e01b8152600401602060405180830381865afa15801561081b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061083f91906119fe565b6040516001600160e01b031960e084901b16815260048101919091526001600160a01b0384166024820152604401602060405180830381865afa158015610888573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108ac9190611959565b6108c85760405162461bcd60e51b81526004016104bb90611a15565b61064a87878761110a565b5f6108dc610c2c565b6001600160a01b031663261a323e85856040518363ffffffff1660e01b8152600401610909929190611946565b602060405180830381865afa158015610924573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109489190611959565b8015610958575061095882611226565b801561096d575061096a848484610653565b15155b949350505050565b85855f610980610c2c565b60405163130d191f60e11b81529091506001600160a01b0382169063261a323e906109b19086908690600401611946565b602060405180830381865afa1580156109cc573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109f09190611959565b610a0c5760405162461bcd60e51b81526004016104bb90611978565b5f610a1561106d565b604051631116420760e31b81529091506001600160a01b038316906388b2103890610a4a908790879086905f906004016119af565b602060405180830381865afa158015610a65573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610a899190611959565b80610b6b5750816001600160a01b03166391d14854836001600160a01b031663353f85006040518163ffffffff1660e01b8152600401602060405180830381865afa158015610ada573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610afe91906119fe565b6040516001600160e01b031960e084901b16815260048101919091526001600160a01b0384166024820152604401602060405180830381865afa158015610b47573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b6b9190611959565b610b875760405162461bcd60e51b81526004016104bb90611a15565b5f5b87811015610bca57610bc28b8b8b8b85818110610ba857610ba8611a54565b9050602002016020810190610bbd91906115de565b61110a565b600101610b89565b505f5b85811015610c0e57610c068b8b898985818110610bec57610bec611a54565b9050602002016020810190610c0191906115de565b61107b565b600101610bcd565b5050505050505050505050565b610c23610f80565b610389816112d0565b5f5f516020611bb05f395f51905f525b546001600160a01b0316919050565b610c53610f80565b6001600160a01b038116610c7c57604051631e4fbdf760e01b81525f60048201526024016104bb565b61038981610ffd565b5f610c8e611338565b805490915060ff600160401b82041615906001600160401b03165f81158015610cb45750825b90505f826001600160401b03166001148015610ccf5750303b155b905081158015610cdd575080155b15610cfb5760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff191660011785558315610d2557845460ff60401b1916600160401b1785555b610d2e89611360565b5f516020611bb05f395f51905f5280546001600160a01b038a81166001600160a01b03199283161783557fba7e6ea12c9d4631def48ab45489124e825287184ce801662191af1f156a1f018054918b1691909216179055610d8e876112d0565b508315610dd557845460ff60401b19168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b505050505050505050565b306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480610e5057507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316610e44611371565b6001600160a01b031614155b156104225760405163703e46dd60e11b815260040160405180910390fd5b610389610f80565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa925050508015610ed0575060408051601f3d908101601f19168201909252610ecd918101906119fe565b60015b610ef857604051634c9c8ce360e01b81526001600160a01b03831660048201526024016104bb565b5f516020611bd05f395f51905f528114610f2857604051632a87526960e21b8152600481018290526024016104bb565b610f328383611385565b505050565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146104225760405163703e46dd60e11b815260040160405180910390fd5b610f8861106d565b6001600160a01b0316610fc27f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b031690565b6001600160a01b03161461042257610fd861106d565b60405163118cdaa760e01b81526001600160a01b0390911660048201526024016104bb565b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b5f6110766113da565b905090565b5f516020611bb05f395f51905f526002015f848460405161109d929190611a45565b604080519182900390912082526020808301939093529081015f9081206001600160a01b038516808352935281812055517f264d05230c1929427b5dcfcf1c83668ac376e215a2c35cb0e2c21816bbe28d06906110fd9086908690611946565b60405180910390a2505050565b61111381611226565b61115f5760405162461bcd60e51b815260206004820152601e60248201527f6572726f725f73746f726167654e6f64654e6f7452656769737465726564000060448201526064016104bb565b5f5f516020611bb05f395f51905f526002015f8585604051611182929190611a45565b604051809103902081526020019081526020015f209050805f836001600160a01b03166001600160a01b031681526020019081526020015f20545f036111dd576001600160a01b0382165f9081526020829052604090204290555b816001600160a01b03167ffb989cb0d132b51483b9258c1befbe92caa5f5b046af3dfdcc617dcf425af4938585604051611218929190611946565b60405180910390a250505050565b5f6112587fba7e6ea12c9d4631def48ab45489124e825287184ce801662191af1f156a1f01546001600160a01b031690565b6040516313a4120960e31b81526001600160a01b0384811660048301529190911690639d209048906024015f60405180830381865afa15801561129d573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526112c49190810190611a68565b60400151151592915050565b7f605d14bf92bc61cba2711f00f38e6e1ac7032ca59232ebe15b01dd55136fc00080546001600160a01b0319166001600160a01b0383169081179091556040517f871264f4293af7d2865ae7eae628b228f4991c57cb45b39c99f0b774ebe29018905f90a250565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a0061040b565b611368611415565b6103898161143a565b5f5f516020611bd05f395f51905f52610c3c565b61138e82611442565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a28051156113d257610f3282826114a5565b6103a7611545565b5f6113e3611564565b6113ec57503390565b5f366113f9601482611b29565b611404928290611b48565b61140d91611b6f565b60601c905090565b61141d61157a565b61042257604051631afcd79f60e31b815260040160405180910390fd5b610c53611415565b806001600160a01b03163b5f0361147757604051634c9c8ce360e01b81526001600160a01b03821660048201526024016104bb565b5f516020611bd05f395f51905f5280546001600160a01b0319166001600160a01b0392909216919091179055565b60605f6114b28484611593565b90508080156114d357505f3d11806114d357505f846001600160a01b03163b115b156114e8576114e06115a6565b91505061040b565b801561151257604051639996b31560e01b81526001600160a01b03851660048201526024016104bb565b3d15611525576115206115bf565b61153e565b60405163d6bda27560e01b815260040160405180910390fd5b5092915050565b34156104225760405163b398979f60e01b815260040160405180910390fd5b5f601436108015906110765750611076336103c6565b5f611583611338565b54600160401b900460ff16919050565b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b6001600160a01b0381168114610389575f5ffd5b5f602082840312156115ee575f5ffd5b81356115f9816115ca565b9392505050565b634e487b7160e01b5f52604160045260245ffd5b604051606081016001600160401b038111828210171561163657611636611600565b60405290565b604051601f8201601f191681016001600160401b038111828210171561166457611664611600565b604052919050565b5f6001600160401b0382111561168457611684611600565b50601f01601f191660200190565b5f5f604083850312156116a3575f5ffd5b82356116ae816115ca565b915060208301356001600160401b038111156116c8575f5ffd5b8301601f810185136116d8575f5ffd5b80356116eb6116e68261166c565b61163c565b8181528660208385010111156116ff575f5ffd5b816020840160208301375f602083830101528093505050509250929050565b5f5f83601f84011261172e575f5ffd5b5081356001600160401b03811115611744575f5ffd5b60208301915083602082850101111561175b575f5ffd5b9250929050565b5f5f5f60408486031215611774575f5ffd5b83356001600160401b03811115611789575f5ffd5b6117958682870161171e565b90945092505060208401356117a9816115ca565b809150509250925092565b5f5f83601f8401126117c4575f5ffd5b5081356001600160401b038111156117da575f5ffd5b6020830191508360208260051b850101111561175b575f5ffd5b5f5f5f5f5f5f60608789031215611809575f5ffd5b86356001600160401b0381111561181e575f5ffd5b61182a89828a0161171e565b90975095505060208701356001600160401b03811115611848575f5ffd5b61185489828a016117b4565b90955093505060408701356001600160401b03811115611872575f5ffd5b61187e89828a016117b4565b979a9699509497509295939492505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b5f5f5f5f608085870312156118d8575f5ffd5b84356118e3816115ca565b935060208501356118f3816115ca565b92506040850135611903816115ca565b91506060850135611913816115ca565b939692955090935050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b602081525f61096d60208301848661191e565b5f60208284031215611969575f5ffd5b815180151581146115f9575f5ffd5b60208082526018908201527f6572726f725f73747265616d446f65734e6f7445786973740000000000000000604082015260600190565b606081525f6119c260608301868861191e565b6001600160a01b03851660208401529050600583106119ef57634e487b7160e01b5f52602160045260245ffd5b82604083015295945050505050565b5f60208284031215611a0e575f5ffd5b5051919050565b60208082526016908201527532b93937b92fb737a2b234ba2832b936b4b9b9b4b7b760511b604082015260600190565b818382375f9101908152919050565b634e487b7160e01b5f52603260045260245ffd5b5f60208284031215611a78575f5ffd5b81516001600160401b03811115611a8d575f5ffd5b820160608185031215611a9e575f5ffd5b611aa6611614565b8151611ab1816115ca565b815260208201516001600160401b03811115611acb575f5ffd5b8201601f81018613611adb575f5ffd5b8051611ae96116e68261166c565b818152876020838501011115611afd575f5ffd5b8160208401602083015e5f60209282018301529083015250604091820151918101919091529392505050565b8181038181111561040b57634e487b7160e01b5f52601160045260245ffd5b5f5f85851115611b56575f5ffd5b83861115611b62575f5ffd5b5050820193919092039150565b80356bffffffffffffffffffffffff19811690601484101561153e576bffffffffffffffffffffffff1960149490940360031b84901b169092169291505056feba7e6ea12c9d4631def48ab45489124e825287184ce801662191af1f156a1f00360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc",
}

// StreamStorageRegistry is an auto generated Go binding around an Ethereum contract.
type StreamStorageRegistry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *StreamStorageRegistry) GetABI() abi.ABI {
	return c.abi
}

// NewStreamStorageRegistry creates a new instance of StreamStorageRegistry.
func NewStreamStorageRegistry() *StreamStorageRegistry {
	parsed, err := StreamStorageRegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &StreamStorageRegistry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *StreamStorageRegistry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (streamStorageRegistry *StreamStorageRegistry) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := streamStorageRegistry.abi.Pack("UPGRADE_INTERFACE_VERSION")
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
func (streamStorageRegistry *StreamStorageRegistry) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return streamStorageRegistry.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (streamStorageRegistry *StreamStorageRegistry) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := streamStorageRegistry.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackAddAndRemoveStorageNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1aeaf22.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addAndRemoveStorageNodes(string streamId, address[] addNodes, address[] removeNodes) returns()
func (streamStorageRegistry *StreamStorageRegistry) PackAddAndRemoveStorageNodes(streamId string, addNodes []common.Address, removeNodes []common.Address) []byte {
	enc, err := streamStorageRegistry.abi.Pack("addAndRemoveStorageNodes", streamId, addNodes, removeNodes)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddAndRemoveStorageNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1aeaf22.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addAndRemoveStorageNodes(string streamId, address[] addNodes, address[] removeNodes) returns()
func (streamStorageRegistry *StreamStorageRegistry) TryPackAddAndRemoveStorageNodes(streamId string, addNodes []common.Address, removeNodes []common.Address) ([]byte, error) {
	return streamStorageRegistry.abi.Pack("addAndRemoveStorageNodes", streamId, addNodes, removeNodes)
}

// PackAddStorageNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x842107cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addStorageNode(string streamId, address nodeAddress) returns()
func (streamStorageRegistry *StreamStorageRegistry) PackAddStorageNode(streamId string, nodeAddress common.Address) []byte {
	enc, err := streamStorageRegistry.abi.Pack("addStorageNode", streamId, nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddStorageNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x842107cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addStorageNode(string streamId, address nodeAddress) returns()
func (streamStorageRegistry *StreamStorageRegistry) TryPackAddStorageNode(streamId string, nodeAddress common.Address) ([]byte, error) {
	return streamStorageRegistry.abi.Pack("addStorageNode", streamId, nodeAddress)
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf8c8765e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner_, address streamRegistryAddress, address nodeRegistryAddress, address trustedForwarderAddress) returns()
func (streamStorageRegistry *StreamStorageRegistry) PackInitialize(owner common.Address, streamRegistryAddress common.Address, nodeRegistryAddress common.Address, trustedForwarderAddress common.Address) []byte {
	enc, err := streamStorageRegistry.abi.Pack("initialize", owner, streamRegistryAddress, nodeRegistryAddress, trustedForwarderAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf8c8765e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner_, address streamRegistryAddress, address nodeRegistryAddress, address trustedForwarderAddress) returns()
func (streamStorageRegistry *StreamStorageRegistry) TryPackInitialize(owner common.Address, streamRegistryAddress common.Address, nodeRegistryAddress common.Address, trustedForwarderAddress common.Address) ([]byte, error) {
	return streamStorageRegistry.abi.Pack("initialize", owner, streamRegistryAddress, nodeRegistryAddress, trustedForwarderAddress)
}

// PackIsStorageNodeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa030f2df.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isStorageNodeOf(string streamId, address nodeAddress) view returns(bool)
func (streamStorageRegistry *StreamStorageRegistry) PackIsStorageNodeOf(streamId string, nodeAddress common.Address) []byte {
	enc, err := streamStorageRegistry.abi.Pack("isStorageNodeOf", streamId, nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsStorageNodeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa030f2df.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isStorageNodeOf(string streamId, address nodeAddress) view returns(bool)
func (streamStorageRegistry *StreamStorageRegistry) TryPackIsStorageNodeOf(streamId string, nodeAddress common.Address) ([]byte, error) {
	return streamStorageRegistry.abi.Pack("isStorageNodeOf", streamId, nodeAddress)
}

// UnpackIsStorageNodeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa030f2df.
//
// Solidity: function isStorageNodeOf(string streamId, address nodeAddress) view returns(bool)
func (streamStorageRegistry *StreamStorageRegistry) UnpackIsStorageNodeOf(data []byte) (bool, error) {
	out, err := streamStorageRegistry.abi.Unpack("isStorageNodeOf", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsTrustedForwarder is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x572b6c05.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isTrustedForwarder(address forwarder) view returns(bool)
func (streamStorageRegistry *StreamStorageRegistry) PackIsTrustedForwarder(forwarder common.Address) []byte {
	enc, err := streamStorageRegistry.abi.Pack("isTrustedForwarder", forwarder)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsTrustedForwarder is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x572b6c05.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isTrustedForwarder(address forwarder) view returns(bool)
func (streamStorageRegistry *StreamStorageRegistry) TryPackIsTrustedForwarder(forwarder common.Address) ([]byte, error) {
	return streamStorageRegistry.abi.Pack("isTrustedForwarder", forwarder)
}

// UnpackIsTrustedForwarder is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x572b6c05.
//
// Solidity: function isTrustedForwarder(address forwarder) view returns(bool)
func (streamStorageRegistry *StreamStorageRegistry) UnpackIsTrustedForwarder(data []byte) (bool, error) {
	out, err := streamStorageRegistry.abi.Unpack("isTrustedForwarder", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackNodeRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd9b5c4a5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nodeRegistry() view returns(address)
func (streamStorageRegistry *StreamStorageRegistry) PackNodeRegistry() []byte {
	enc, err := streamStorageRegistry.abi.Pack("nodeRegistry")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNodeRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd9b5c4a5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nodeRegistry() view returns(address)
func (streamStorageRegistry *StreamStorageRegistry) TryPackNodeRegistry() ([]byte, error) {
	return streamStorageRegistry.abi.Pack("nodeRegistry")
}

// UnpackNodeRegistry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd9b5c4a5.
//
// Solidity: function nodeRegistry() view returns(address)
func (streamStorageRegistry *StreamStorageRegistry) UnpackNodeRegistry(data []byte) (common.Address, error) {
	out, err := streamStorageRegistry.abi.Unpack("nodeRegistry", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (streamStorageRegistry *StreamStorageRegistry) PackOwner() []byte {
	enc, err := streamStorageRegistry.abi.Pack("owner")
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
func (streamStorageRegistry *StreamStorageRegistry) TryPackOwner() ([]byte, error) {
	return streamStorageRegistry.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (streamStorageRegistry *StreamStorageRegistry) UnpackOwner(data []byte) (common.Address, error) {
	out, err := streamStorageRegistry.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPairs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80e9f2ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pairs(string streamId, address nodeAddress) view returns(uint256 dateCreated)
func (streamStorageRegistry *StreamStorageRegistry) PackPairs(streamId string, nodeAddress common.Address) []byte {
	enc, err := streamStorageRegistry.abi.Pack("pairs", streamId, nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPairs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80e9f2ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pairs(string streamId, address nodeAddress) view returns(uint256 dateCreated)
func (streamStorageRegistry *StreamStorageRegistry) TryPackPairs(streamId string, nodeAddress common.Address) ([]byte, error) {
	return streamStorageRegistry.abi.Pack("pairs", streamId, nodeAddress)
}

// UnpackPairs is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x80e9f2ba.
//
// Solidity: function pairs(string streamId, address nodeAddress) view returns(uint256 dateCreated)
func (streamStorageRegistry *StreamStorageRegistry) UnpackPairs(data []byte) (*big.Int, error) {
	out, err := streamStorageRegistry.abi.Unpack("pairs", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (streamStorageRegistry *StreamStorageRegistry) PackProxiableUUID() []byte {
	enc, err := streamStorageRegistry.abi.Pack("proxiableUUID")
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
func (streamStorageRegistry *StreamStorageRegistry) TryPackProxiableUUID() ([]byte, error) {
	return streamStorageRegistry.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (streamStorageRegistry *StreamStorageRegistry) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := streamStorageRegistry.abi.Unpack("proxiableUUID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRemoveStorageNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x749d18d7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function removeStorageNode(string streamId, address nodeAddress) returns()
func (streamStorageRegistry *StreamStorageRegistry) PackRemoveStorageNode(streamId string, nodeAddress common.Address) []byte {
	enc, err := streamStorageRegistry.abi.Pack("removeStorageNode", streamId, nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemoveStorageNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x749d18d7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function removeStorageNode(string streamId, address nodeAddress) returns()
func (streamStorageRegistry *StreamStorageRegistry) TryPackRemoveStorageNode(streamId string, nodeAddress common.Address) ([]byte, error) {
	return streamStorageRegistry.abi.Pack("removeStorageNode", streamId, nodeAddress)
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (streamStorageRegistry *StreamStorageRegistry) PackRenounceOwnership() []byte {
	enc, err := streamStorageRegistry.abi.Pack("renounceOwnership")
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
func (streamStorageRegistry *StreamStorageRegistry) TryPackRenounceOwnership() ([]byte, error) {
	return streamStorageRegistry.abi.Pack("renounceOwnership")
}

// PackSetTrustedForwarder is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda742228.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setTrustedForwarder(address forwarder) returns()
func (streamStorageRegistry *StreamStorageRegistry) PackSetTrustedForwarder(forwarder common.Address) []byte {
	enc, err := streamStorageRegistry.abi.Pack("setTrustedForwarder", forwarder)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetTrustedForwarder is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda742228.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setTrustedForwarder(address forwarder) returns()
func (streamStorageRegistry *StreamStorageRegistry) TryPackSetTrustedForwarder(forwarder common.Address) ([]byte, error) {
	return streamStorageRegistry.abi.Pack("setTrustedForwarder", forwarder)
}

// PackStreamRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3642153.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function streamRegistry() view returns(address)
func (streamStorageRegistry *StreamStorageRegistry) PackStreamRegistry() []byte {
	enc, err := streamStorageRegistry.abi.Pack("streamRegistry")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStreamRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3642153.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function streamRegistry() view returns(address)
func (streamStorageRegistry *StreamStorageRegistry) TryPackStreamRegistry() ([]byte, error) {
	return streamStorageRegistry.abi.Pack("streamRegistry")
}

// UnpackStreamRegistry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe3642153.
//
// Solidity: function streamRegistry() view returns(address)
func (streamStorageRegistry *StreamStorageRegistry) UnpackStreamRegistry(data []byte) (common.Address, error) {
	out, err := streamStorageRegistry.abi.Unpack("streamRegistry", data)
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
func (streamStorageRegistry *StreamStorageRegistry) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := streamStorageRegistry.abi.Pack("transferOwnership", newOwner)
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
func (streamStorageRegistry *StreamStorageRegistry) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return streamStorageRegistry.abi.Pack("transferOwnership", newOwner)
}

// PackUpgradeTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3659cfe6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeTo(address newImplementation) returns()
func (streamStorageRegistry *StreamStorageRegistry) PackUpgradeTo(newImplementation common.Address) []byte {
	enc, err := streamStorageRegistry.abi.Pack("upgradeTo", newImplementation)
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
func (streamStorageRegistry *StreamStorageRegistry) TryPackUpgradeTo(newImplementation common.Address) ([]byte, error) {
	return streamStorageRegistry.abi.Pack("upgradeTo", newImplementation)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (streamStorageRegistry *StreamStorageRegistry) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := streamStorageRegistry.abi.Pack("upgradeToAndCall", newImplementation, data)
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
func (streamStorageRegistry *StreamStorageRegistry) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return streamStorageRegistry.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// StreamStorageRegistryAdded represents a Added event raised by the StreamStorageRegistry contract.
type StreamStorageRegistryAdded struct {
	StreamId    string
	NodeAddress common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const StreamStorageRegistryAddedEventName = "Added"

// ContractEventName returns the user-defined event name.
func (StreamStorageRegistryAdded) ContractEventName() string {
	return StreamStorageRegistryAddedEventName
}

// UnpackAddedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Added(string streamId, address indexed nodeAddress)
func (streamStorageRegistry *StreamStorageRegistry) UnpackAddedEvent(log *types.Log) (*StreamStorageRegistryAdded, error) {
	event := "Added"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamStorageRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamStorageRegistryAdded)
	if len(log.Data) > 0 {
		if err := streamStorageRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamStorageRegistry.abi.Events[event].Inputs {
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

// StreamStorageRegistryInitialized represents a Initialized event raised by the StreamStorageRegistry contract.
type StreamStorageRegistryInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const StreamStorageRegistryInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (StreamStorageRegistryInitialized) ContractEventName() string {
	return StreamStorageRegistryInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (streamStorageRegistry *StreamStorageRegistry) UnpackInitializedEvent(log *types.Log) (*StreamStorageRegistryInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamStorageRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamStorageRegistryInitialized)
	if len(log.Data) > 0 {
		if err := streamStorageRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamStorageRegistry.abi.Events[event].Inputs {
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

// StreamStorageRegistryOwnershipTransferred represents a OwnershipTransferred event raised by the StreamStorageRegistry contract.
type StreamStorageRegistryOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const StreamStorageRegistryOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (StreamStorageRegistryOwnershipTransferred) ContractEventName() string {
	return StreamStorageRegistryOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (streamStorageRegistry *StreamStorageRegistry) UnpackOwnershipTransferredEvent(log *types.Log) (*StreamStorageRegistryOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamStorageRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamStorageRegistryOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := streamStorageRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamStorageRegistry.abi.Events[event].Inputs {
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

// StreamStorageRegistryRemoved represents a Removed event raised by the StreamStorageRegistry contract.
type StreamStorageRegistryRemoved struct {
	StreamId    string
	NodeAddress common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const StreamStorageRegistryRemovedEventName = "Removed"

// ContractEventName returns the user-defined event name.
func (StreamStorageRegistryRemoved) ContractEventName() string {
	return StreamStorageRegistryRemovedEventName
}

// UnpackRemovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Removed(string streamId, address indexed nodeAddress)
func (streamStorageRegistry *StreamStorageRegistry) UnpackRemovedEvent(log *types.Log) (*StreamStorageRegistryRemoved, error) {
	event := "Removed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamStorageRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamStorageRegistryRemoved)
	if len(log.Data) > 0 {
		if err := streamStorageRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamStorageRegistry.abi.Events[event].Inputs {
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

// StreamStorageRegistryTrustedForwarderChanged represents a TrustedForwarderChanged event raised by the StreamStorageRegistry contract.
type StreamStorageRegistryTrustedForwarderChanged struct {
	Forwarder common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const StreamStorageRegistryTrustedForwarderChangedEventName = "TrustedForwarderChanged"

// ContractEventName returns the user-defined event name.
func (StreamStorageRegistryTrustedForwarderChanged) ContractEventName() string {
	return StreamStorageRegistryTrustedForwarderChangedEventName
}

// UnpackTrustedForwarderChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TrustedForwarderChanged(address indexed forwarder)
func (streamStorageRegistry *StreamStorageRegistry) UnpackTrustedForwarderChangedEvent(log *types.Log) (*StreamStorageRegistryTrustedForwarderChanged, error) {
	event := "TrustedForwarderChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamStorageRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamStorageRegistryTrustedForwarderChanged)
	if len(log.Data) > 0 {
		if err := streamStorageRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamStorageRegistry.abi.Events[event].Inputs {
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

// StreamStorageRegistryUpgraded represents a Upgraded event raised by the StreamStorageRegistry contract.
type StreamStorageRegistryUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const StreamStorageRegistryUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (StreamStorageRegistryUpgraded) ContractEventName() string {
	return StreamStorageRegistryUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (streamStorageRegistry *StreamStorageRegistry) UnpackUpgradedEvent(log *types.Log) (*StreamStorageRegistryUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamStorageRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamStorageRegistryUpgraded)
	if len(log.Data) > 0 {
		if err := streamStorageRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamStorageRegistry.abi.Events[event].Inputs {
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
func (streamStorageRegistry *StreamStorageRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], streamStorageRegistry.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return streamStorageRegistry.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamStorageRegistry.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return streamStorageRegistry.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamStorageRegistry.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return streamStorageRegistry.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamStorageRegistry.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return streamStorageRegistry.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamStorageRegistry.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return streamStorageRegistry.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamStorageRegistry.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return streamStorageRegistry.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamStorageRegistry.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return streamStorageRegistry.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamStorageRegistry.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return streamStorageRegistry.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamStorageRegistry.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return streamStorageRegistry.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamStorageRegistry.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return streamStorageRegistry.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamStorageRegistry.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return streamStorageRegistry.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	return nil, errors.New("unknown error")
}

// StreamStorageRegistryAddressEmptyCode represents a AddressEmptyCode error raised by the StreamStorageRegistry contract.
type StreamStorageRegistryAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func StreamStorageRegistryAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (streamStorageRegistry *StreamStorageRegistry) UnpackAddressEmptyCodeError(raw []byte) (*StreamStorageRegistryAddressEmptyCode, error) {
	out := new(StreamStorageRegistryAddressEmptyCode)
	if err := streamStorageRegistry.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamStorageRegistryERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the StreamStorageRegistry contract.
type StreamStorageRegistryERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func StreamStorageRegistryERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (streamStorageRegistry *StreamStorageRegistry) UnpackERC1967InvalidImplementationError(raw []byte) (*StreamStorageRegistryERC1967InvalidImplementation, error) {
	out := new(StreamStorageRegistryERC1967InvalidImplementation)
	if err := streamStorageRegistry.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamStorageRegistryERC1967NonPayable represents a ERC1967NonPayable error raised by the StreamStorageRegistry contract.
type StreamStorageRegistryERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func StreamStorageRegistryERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (streamStorageRegistry *StreamStorageRegistry) UnpackERC1967NonPayableError(raw []byte) (*StreamStorageRegistryERC1967NonPayable, error) {
	out := new(StreamStorageRegistryERC1967NonPayable)
	if err := streamStorageRegistry.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamStorageRegistryFailedCall represents a FailedCall error raised by the StreamStorageRegistry contract.
type StreamStorageRegistryFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func StreamStorageRegistryFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (streamStorageRegistry *StreamStorageRegistry) UnpackFailedCallError(raw []byte) (*StreamStorageRegistryFailedCall, error) {
	out := new(StreamStorageRegistryFailedCall)
	if err := streamStorageRegistry.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamStorageRegistryInvalidInitialization represents a InvalidInitialization error raised by the StreamStorageRegistry contract.
type StreamStorageRegistryInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func StreamStorageRegistryInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (streamStorageRegistry *StreamStorageRegistry) UnpackInvalidInitializationError(raw []byte) (*StreamStorageRegistryInvalidInitialization, error) {
	out := new(StreamStorageRegistryInvalidInitialization)
	if err := streamStorageRegistry.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamStorageRegistryNotInitializing represents a NotInitializing error raised by the StreamStorageRegistry contract.
type StreamStorageRegistryNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func StreamStorageRegistryNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (streamStorageRegistry *StreamStorageRegistry) UnpackNotInitializingError(raw []byte) (*StreamStorageRegistryNotInitializing, error) {
	out := new(StreamStorageRegistryNotInitializing)
	if err := streamStorageRegistry.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamStorageRegistryOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the StreamStorageRegistry contract.
type StreamStorageRegistryOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func StreamStorageRegistryOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (streamStorageRegistry *StreamStorageRegistry) UnpackOwnableInvalidOwnerError(raw []byte) (*StreamStorageRegistryOwnableInvalidOwner, error) {
	out := new(StreamStorageRegistryOwnableInvalidOwner)
	if err := streamStorageRegistry.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamStorageRegistryOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the StreamStorageRegistry contract.
type StreamStorageRegistryOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func StreamStorageRegistryOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (streamStorageRegistry *StreamStorageRegistry) UnpackOwnableUnauthorizedAccountError(raw []byte) (*StreamStorageRegistryOwnableUnauthorizedAccount, error) {
	out := new(StreamStorageRegistryOwnableUnauthorizedAccount)
	if err := streamStorageRegistry.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamStorageRegistryReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the StreamStorageRegistry contract.
type StreamStorageRegistryReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func StreamStorageRegistryReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (streamStorageRegistry *StreamStorageRegistry) UnpackReentrancyGuardReentrantCallError(raw []byte) (*StreamStorageRegistryReentrancyGuardReentrantCall, error) {
	out := new(StreamStorageRegistryReentrancyGuardReentrantCall)
	if err := streamStorageRegistry.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamStorageRegistryUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the StreamStorageRegistry contract.
type StreamStorageRegistryUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func StreamStorageRegistryUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (streamStorageRegistry *StreamStorageRegistry) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*StreamStorageRegistryUUPSUnauthorizedCallContext, error) {
	out := new(StreamStorageRegistryUUPSUnauthorizedCallContext)
	if err := streamStorageRegistry.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamStorageRegistryUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the StreamStorageRegistry contract.
type StreamStorageRegistryUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func StreamStorageRegistryUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (streamStorageRegistry *StreamStorageRegistry) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*StreamStorageRegistryUUPSUnsupportedProxiableUUID, error) {
	out := new(StreamStorageRegistryUUPSUnsupportedProxiableUUID)
	if err := streamStorageRegistry.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}
