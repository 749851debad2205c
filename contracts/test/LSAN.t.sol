// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {LSAN} from "../src/logstore/LSAN.sol";
import {RankedAccess} from "../src/logstore/RankedAccess.sol";
import {TransferRules} from "../src/logstore/TransferRules.sol";
import {LogStoreTest} from "./base/LogStoreTest.sol";

contract LSANTest is LogStoreTest {
    event PriceChanged(uint256 weiPerByte, uint256 multiplier);
    event Minted(address indexed account, uint256 amount, uint256 paid);
    event MinimumDepositChanged(uint256 minimumDeposit);
    event MintCapChanged(uint256 mintCap);
    event SafeAddressChanged(address indexed safeAddress);

    function testIsAPlainToken() public view {
        assertEq(token.name(), "Log Store Alpha Network Token");
        assertEq(token.symbol(), "LSAN");
        assertEq(token.decimals(), 18);
        assertEq(token.owner(), owner);
        assertEq(uint256(token.roles(owner)), uint256(RankedAccess.Role.ADMIN));
        assertEq(token.DEPLOYED_TIME(), _now());
        assertEq(token.SAFE_ADDRESS(), safe);
        assertEq(token.multiplier(), 1);
        assertEq(token.minimumDeposit(), 0);
        assertEq(token.weiPerByte(), WEI_PER_BYTE);
    }

    function testInitialListsHold() public {
        address[] memory blacklist = new address[](2);
        (blacklist[0], blacklist[1]) = (alice, bob);
        address[][] memory whitelist = new address[][](2);
        whitelist[0] = new address[](1);
        whitelist[0][0] = carol;
        address code = address(new LSAN());
        vm.expectRevert(LSAN.ListsDiffer.selector);
        new ERC1967Proxy(code, abi.encodeCall(LSAN.initialize, (safe, 1, blacklist, new address[][](1))));
        LSAN other = LSAN(_proxy(code, abi.encodeCall(LSAN.initialize, (safe, 1, blacklist, whitelist))));
        assertTrue(other.isPermitted(carol, alice));
        assertFalse(other.isPermitted(bob, alice));
        assertFalse(other.isPermitted(carol, bob));
        assertTrue(other.isPermitted(alice, carol));
    }

    function testDevMintsAndOthersDoNot() public {
        address[] memory many = new address[](2);
        (many[0], many[1]) = (alice, stranger);
        vm.startPrank(dev);
        token.mintTokens(stranger, 5);
        token.mintManyTokens(many, 7);
        vm.stopPrank();
        assertEq(token.balanceOf(stranger), 12);
        assertEq(token.balanceOf(alice), 1000e18 + 7);
        vm.startPrank(stranger);
        _expectNotAuthorized();
        token.mintTokens(stranger, 5);
        _expectNotAuthorized();
        token.mintManyTokens(many, 7);
        _expectNotAuthorized();
        token.burn(stranger, 1);
        vm.stopPrank();
    }

    function testPriceFollowsItsTwoFactors(uint128 weiPerByte, uint128 multiplier) public {
        vm.assume(weiPerByte > 0 && multiplier > 0);
        vm.startPrank(owner);
        vm.expectEmit(address(token));
        emit PriceChanged(weiPerByte, 1);
        token.setWeiPerByte(weiPerByte);
        vm.expectEmit(address(token));
        emit PriceChanged(weiPerByte, multiplier);
        token.setMultipler(multiplier);
        assertEq(token.price(), uint256(weiPerByte) * multiplier);
    }

    function testOnlyTheOwnerSets() public {
        vm.startPrank(dev);
        _expectNotOwner(dev);
        token.setWeiPerByte(1);
        _expectNotOwner(dev);
        token.setMultipler(1);
        _expectNotOwner(dev);
        token.setMinimumDeposit(1);
        _expectNotOwner(dev);
        token.setMintCap(1);
        _expectNotOwner(dev);
        token.setSafeAddress(dev);
        _expectNotOwner(dev);
        token.withdraw(0);
        vm.stopPrank();
        vm.startPrank(owner);
        vm.expectEmit(address(token));
        emit MinimumDepositChanged(3);
        token.setMinimumDeposit(3);
        vm.expectEmit(address(token));
        emit MintCapChanged(4);
        token.setMintCap(4);
        vm.expectEmit(address(token));
        emit SafeAddressChanged(alice);
        token.setSafeAddress(alice);
        vm.expectRevert(LSAN.SafeAddressMissing.selector);
        token.setSafeAddress(address(0));
        vm.expectRevert(LSAN.PriceNotPositive.selector);
        token.setWeiPerByte(0);
        vm.expectRevert(LSAN.PriceNotPositive.selector);
        token.setMultipler(0);
        vm.expectRevert();
        token.setMultipler(type(uint256).max); // the product would not fit
    }

    function testMintGivesValueByPriceAndTheRestBack(uint64 weiPerByte, uint32 multiplier, uint96 paid) public {
        vm.assume(weiPerByte > 0 && multiplier > 0);
        vm.startPrank(owner);
        token.setWeiPerByte(weiPerByte);
        token.setMultipler(multiplier);
        vm.stopPrank();
        uint256 unit = token.price();
        vm.deal(alice, paid);
        uint256 before = token.balanceOf(alice);
        vm.prank(alice);
        if (paid < unit) {
            vm.expectRevert(abi.encodeWithSelector(LSAN.DepositTooSmall.selector, paid, unit));
            token.mint{value: paid}();
            return;
        }
        vm.expectEmit(address(token));
        emit Minted(alice, paid / unit, paid - paid % unit);
        token.mint{value: paid}();
        assertEq(token.balanceOf(alice) - before, paid / unit);
        assertEq(alice.balance, paid % unit);
        assertEq(token.balance(), paid - paid % unit);
    }

    function testMintUnderTheMinimumIsRefused() public {
        vm.prank(owner);
        token.setMinimumDeposit(10 ether);
        vm.deal(alice, 20 ether);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(LSAN.DepositTooSmall.selector, 10 ether - 1, 10 ether));
        token.mint{value: 10 ether - 1}();
        token.mint{value: 10 ether}();
        assertEq(token.balanceOf(alice), 1000e18 + 10 ether / WEI_PER_BYTE);
    }

    function testBlacklistedReceiverGetsNothingUnlessWhitelisted() public {
        vm.prank(alice);
        token.approve(carol, 100);
        vm.prank(dev);
        token.addBlacklist(bob);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(TransferRules.TransferNotPermitted.selector, alice, bob));
        token.transfer(bob, 1);
        vm.prank(carol);
        vm.expectRevert(abi.encodeWithSelector(TransferRules.TransferNotPermitted.selector, alice, bob));
        token.transferFrom(alice, bob, 1);
        vm.prank(bob);
        token.transfer(alice, 1); // he may send
        vm.prank(dev);
        token.addWhitelist(alice, bob);
        vm.prank(alice);
        token.transfer(bob, 1);
        vm.prank(carol);
        token.transferFrom(alice, bob, 1);
        vm.prank(carol);
        vm.expectRevert(abi.encodeWithSelector(TransferRules.TransferNotPermitted.selector, carol, bob));
        token.transfer(bob, 1);
        vm.prank(dev);
        token.removeWhitelist(alice, bob);
        assertFalse(token.isPermitted(alice, bob));
        vm.prank(dev);
        token.removeBlacklist(bob);
        vm.prank(alice);
        token.transfer(bob, 1);
    }

    function testListsOfManyPairs() public {
        address[] memory from = new address[](2);
        address[] memory to = new address[](2);
        (from[0], from[1]) = (alice, bob);
        (to[0], to[1]) = (stranger, stranger);
        vm.startPrank(dev);
        token.addBlacklist(stranger);
        vm.expectRevert(bytes("LSAN: Invalid parameters for mass update"));
        token.massAddWhitelist(from, new address[](1));
        token.massAddWhitelist(from, to);
        assertTrue(token.isPermitted(alice, stranger) && token.isPermitted(bob, stranger));
        token.massRemoveWhitelist(from, to);
        assertFalse(token.isPermitted(alice, stranger) || token.isPermitted(bob, stranger));
        vm.stopPrank();
        vm.startPrank(stranger);
        _expectNotAuthorized();
        token.massAddWhitelist(from, to);
        _expectNotAuthorized();
        token.massRemoveWhitelist(from, to);
        _expectNotAuthorized();
        token.addBlacklist(alice);
        _expectNotAuthorized();
        token.removeBlacklist(stranger);
        _expectNotAuthorized();
        token.addWhitelist(alice, stranger);
        _expectNotAuthorized();
        token.removeWhitelist(alice, stranger);
    }

    function testWithdrawMovesTheCoinToTheSafe() public {
        vm.deal(alice, 3 ether);
        vm.prank(alice);
        token.mint{value: 3 ether}();
        vm.startPrank(owner);
        token.withdraw(1 ether);
        assertEq(safe.balance, 1 ether);
        assertEq(token.balance(), 2 ether);
        vm.expectRevert(bytes("LSAN: Insufficient contract balance"));
        token.withdraw(2 ether + 1);
    }

    function testPauseStopsMintingAndTransfersAndNothingElse() public {
        vm.deal(alice, 1 ether);
        vm.prank(dev);
        _expectNotAuthorized();
        token.pause();
        vm.prank(owner);
        token.pause();
        bytes4 paused = bytes4(keccak256("EnforcedPause()"));
        vm.startPrank(alice);
        vm.expectRevert(paused);
        token.mint{value: 1 ether}();
        vm.expectRevert(paused);
        token.transfer(bob, 1);
        vm.expectRevert(paused);
        storeManager.stake(STREAM, 1);
        token.approve(bob, 5);
        vm.stopPrank();
        vm.prank(bob);
        vm.expectRevert(paused);
        token.transferFrom(alice, bob, 1);
        vm.startPrank(dev);
        vm.expectRevert(paused);
        token.mintTokens(alice, 1);
        vm.stopPrank();
        vm.prank(alice);
        token.approve(dev, 5);
        vm.prank(dev);
        token.burn(alice, 5);
        vm.prank(owner);
        token.withdraw(0);
        vm.prank(dev);
        _expectNotAuthorized();
        token.unpause();
        vm.prank(owner);
        token.unpause();
        vm.prank(alice);
        token.transfer(bob, 1);
    }

    function testAllowancesRiseAndFall() public {
        vm.startPrank(alice);
        assertTrue(token.increaseAllowance(bob, 5));
        assertTrue(token.increaseAllowance(bob, 2));
        assertEq(token.allowance(alice, bob), 7);
        assertTrue(token.decreaseAllowance(bob, 6));
        assertEq(token.allowance(alice, bob), 1);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, bob, 1, 2));
        token.decreaseAllowance(bob, 2);
    }

    function testPermitsBySignature(uint256 key, uint256 value) public {
        key = bound(key, 1, type(uint128).max);
        address signer = vm.addr(key);
        uint256 deadline = _now() + 1;
        bytes32 permit = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                signer,
                bob,
                value,
                token.nonces(signer),
                deadline
            )
        );
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(key, keccak256(abi.encodePacked("\x19\x01", token.DOMAIN_SEPARATOR(), permit)));
        token.permit(signer, bob, value, deadline, v, r, s);
        assertEq(token.allowance(signer, bob), value);
        vm.expectRevert(); // once only
        token.permit(signer, bob, value, deadline, v, r, s);
    }

    function testTakesNoCoinButByMint() public {
        vm.deal(alice, 1 ether);
        vm.prank(alice);
        (bool taken,) = address(token).call{value: 1 ether}("");
        assertFalse(taken);
    }
}
