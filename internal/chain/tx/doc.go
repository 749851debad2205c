// Package tx makes transactions: it tries a call out, signs it, sends it, and waits
// until it is as deep in the chain as wanted.
//
//	sender := tx.New(pool, signer, tx.NewErrors(abis...), tx.Config{Confirmations: 3})
//	cost, err := sender.Estimate(ctx, call) // what it costs, or why it would fail
//	receipt, err := sender.Send(ctx, call)
//
// What it promises:
//
//   - A call that would be reverted is never sent; the error is the contract's reason,
//     decoded. See [RevertError]. Neither is one that the account cannot pay:
//     [InsufficientFundsError].
//   - Sends of one [Sender] run at the same time. Their transactions are handed to
//     the endpoints one after the other, each with the next nonce, and a nonce is used
//     only when all lower ones were taken; so a failure leaves no gap behind.
//   - Other programs may use the same key: the chain is asked for the pending nonce
//     before every transaction, and again when the nonce turns out to be taken.
//   - A transaction that is not mined in time is sent again with higher fees and the
//     same nonce, up to MaxFeeWei. One that a reorganisation threw out is sent again.
//   - When ctx ends first, [PendingError] has the hash: the transaction may still be
//     mined. Later Sends see to it that it does not hold them up.
//
// Nothing is kept on disk: after a start the pending nonce of the chain counts.
package tx
