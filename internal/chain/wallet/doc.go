// Package wallet is one account on one network: what it has, and the transactions
// that it can make there. It buys LSAN, stakes it for storing and querying, makes
// streams and gives permissions, and does what the operator of a node does.
//
//	w, err := wallet.New(wallet.Config{Backend: pool, Sender: sender, Account: address, Network: network})
//	done, err := w.StakeStore(ctx, "/weather", big.NewInt(1_000_000))
//
// What it promises:
//
//   - Before anything is sent, it is checked that the endpoint belongs to the
//     network's chain, that there is a contract at the address, that the account has
//     what it takes, and whatever else the contracts would refuse. The errors name
//     what is missing.
//   - Everything that an operation will send is laid out in a [Plan] with what it
//     costs, which [Config.Confirm] can refuse.
//   - Contracts may take exactly as many tokens as an operation needs: an approval is
//     never larger, and made only if the one that is there does not suffice.
//
// Amounts are whole numbers: wei of the coin, base units of LSAN. See package units
// for what people type.
//
// What a check saw can have changed when the transaction runs. Then the contract
// refuses it, which the sender finds by a dry run, at no cost in nearly all cases.
package wallet
