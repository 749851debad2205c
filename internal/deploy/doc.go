// Package deploy puts the LogStore contracts onto a chain and checks what stands there.
//
// A development chain has them at fixed addresses from its genesis on ([Genesis]), and
// needs only be set up ([Initialize]). On any other chain they are deployed:
//
//	plan, err := deploy.NewPlan(ctx, chain, network, sender.From(), params)
//	// plan.Network, plan.Steps and plan.Cost say what will be where and what it costs
//	err = deploy.Deploy(ctx, chain, sender, plan, nil)
//	deviations, err := deploy.Verify(ctx, chain, plan.Network(), params)
//
// What it promises:
//
//   - Addresses are known before anything is sent. They depend on the deploying account,
//     on the contracts' code and on Params.Salt, and on nothing else.
//   - Each proxy is created, set up and handed over to its owner in one transaction, so
//     nobody can get in between.
//   - Before a plan is made, all of it is tried out in memory.
//   - Every step looks first whether it is done. After an interruption the same call goes
//     on; when all is done it sends nothing.
//
// Implementations are put where they are by the factory for deterministic addresses
// that public chains have, proxies by a Deployer of the account's own.
package deploy
