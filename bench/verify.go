package main

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/logstore/logstore/message"
)

const (
	verifyBatch  = 1024
	verifyRounds = 100
)

// benchVerify measures the checking of signatures on one core: batches of a publisher
// who is known, all included, against go-ethereum's recovery of the public key from
// ready digests. The two take turns, and the best round of each counts, so that
// what else the machine does touches both alike.
func benchVerify(rounds int) (figure, error) {
	logf("verify: %d rounds of %d messages, batch and one by one", rounds, verifyBatch)
	ms := signedMessages(benchPart("bench/verify"), verifyBatch)
	verifier := new(message.Verifier)
	if err := verifier.Verify(context.Background(), ms[0]); err != nil {
		return figure{}, err
	}
	digests := make([][32]byte, len(ms))
	sigs := make([][65]byte, len(ms))
	for i, m := range ms {
		digests[i] = message.PersonalDigest(m.AppendPayload(nil))
		sigs[i] = [65]byte(m.Signature)
		sigs[i][64] -= 27
	}
	batch := func() error {
		for i, err := range verifier.VerifyBatch(context.Background(), ms) {
			if err != nil {
				return fmt.Errorf("message %d: %w", i, err)
			}
		}
		return nil
	}
	oneByOne := func() error {
		for i := range ms {
			if _, err := crypto.Ecrecover(digests[i][:], sigs[i][:]); err != nil {
				return fmt.Errorf("recover message %d: %w", i, err)
			}
		}
		return nil
	}
	var best [2]time.Duration
	for range rounds {
		for i, f := range []func() error{batch, oneByOne} {
			start := time.Now()
			if err := f(); err != nil {
				return figure{}, err
			}
			if took := time.Since(start); best[i] == 0 || took < best[i] {
				best[i] = took
			}
		}
	}
	rate := func(d time.Duration) float64 { return verifyBatch / d.Seconds() }
	return figure{
		name:  "batch verification, per core",
		value: rate(best[0]), unit: "msg/s",
		baseline: rate(best[1]), baselineUnit: "recover/s",
		target: 3,
	}, nil
}
