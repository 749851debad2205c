// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Deployer} from "../../src/deploy/Deployer.sol";
import {LSAN} from "../../src/logstore/LSAN.sol";
import {RankedAccess} from "../../src/logstore/RankedAccess.sol";
import {Test} from "../base/Test.sol";

/// @dev Proxies that are created, set up and handed over at once.
contract DeployerTest is Test {
    address private owner = makeAddr("owner");
    address private treasury = makeAddr("treasury");
    address private stranger = makeAddr("stranger");
    Deployer private deployer;
    address private implementation;

    function setUp() public {
        deployer = new Deployer(owner);
        implementation = address(new LSAN());
    }

    function _calls(address by) private view returns (bytes[] memory calls) {
        calls = new bytes[](4);
        calls[0] = abi.encodeCall(LSAN.initialize, (treasury, 1e9, new address[](0), new address[][](0)));
        calls[1] = abi.encodeCall(RankedAccess.grantRole, (RankedAccess.Role.ADMIN, owner));
        calls[2] = abi.encodeCall(RankedAccess.renounceRole, (by));
        calls[3] = abi.encodeWithSignature("transferOwnership(address)", owner);
    }

    function testDeploysAndHandsOver(bytes32 salt) public {
        address predicted = deployer.proxyAddress(salt, implementation);
        assertEq(predicted.code.length, 0);
        vm.expectEmit(address(deployer));
        emit Deployer.Deployed(predicted, implementation);
        vm.prank(owner);
        address proxy = deployer.deploy(salt, implementation, _calls(address(deployer)));
        assertEq(proxy, predicted);
        LSAN token = LSAN(proxy);
        assertEq(token.owner(), owner);
        assertEq(token.SAFE_ADDRESS(), treasury);
        assertEq(uint256(token.roles(owner)), uint256(RankedAccess.Role.ADMIN));
        assertEq(uint256(token.roles(address(deployer))), uint256(RankedAccess.Role.USER));
        assertEq(token.adminCount(), 1);
    }

    function testOnlyTheOwner() public {
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Deployer.NotOwner.selector, stranger));
        deployer.deploy(0, implementation, _calls(address(deployer)));
        assertEq(deployer.owner(), owner);
        vm.expectRevert(Deployer.OwnerMissing.selector);
        new Deployer(address(0));
    }

    /// @dev A call that fails leaves nothing behind: no proxy that others could set up.
    function testAllOrNothing() public {
        bytes[] memory calls = _calls(stranger);
        vm.prank(owner);
        vm.expectRevert(
            abi.encodeWithSelector(
                Deployer.CallFailed.selector,
                2,
                abi.encodeWithSignature("Error(string)", "AccessControl: NOT_ACCOUNT_OWNER")
            )
        );
        deployer.deploy(0, implementation, calls);
        assertEq(deployer.proxyAddress(0, implementation).code.length, 0);
    }

    function testOnceForEachSalt() public {
        vm.startPrank(owner);
        deployer.deploy(0, implementation, _calls(address(deployer)));
        vm.expectRevert();
        deployer.deploy(0, implementation, _calls(address(deployer)));
        deployer.deploy(bytes32(uint256(1)), implementation, _calls(address(deployer)));
    }

    function testNeedsAnImplementation() public {
        vm.prank(owner);
        vm.expectRevert(abi.encodeWithSelector(Deployer.NoImplementation.selector, stranger));
        deployer.deploy(0, stranger, new bytes[](0));
    }
}
