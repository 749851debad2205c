package wallet

import (
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestRights(t *testing.T) {
	t.Parallel()
	for i, name := range []string{"edit", "delete", "publish", "subscribe", "grant"} { // the registry's numbers
		r, err := ParseRight(name)
		if err != nil || int(r) != i || r.String() != name {
			t.Errorf("%s is %d (%s), %v; want %d", name, r, r, err, i)
		}
	}
	if _, err := ParseRight("own"); err == nil {
		t.Error("there is no right to own")
	}
}

func TestUsers(t *testing.T) {
	t.Parallel()
	if u, err := ParseUser("Public"); err != nil || u != Public {
		t.Errorf("public is %q, %v", u, err)
	}
	for _, ok := range []string{"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "0x02" + "00000000000000000000000000000000000000000000000000000000000000aa"} {
		if _, err := ParseUser(ok); err != nil {
			t.Errorf("%s: %v", ok, err)
		}
	}
	for _, bad := range []string{"", "0x", "everybody", "0x123", "name.eth"} {
		if u, err := ParseUser(bad); err == nil {
			t.Errorf("%q is %q", bad, u)
		}
	}
}

// Times go through the registry's seconds and come back; what is beyond our years is
// for ever.
func TestPermissionTimes(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		seconds := rapid.Int64Range(1, Forever.Unix()-1).Draw(t, "seconds")
		when := time.Unix(seconds, 0).UTC()
		if got := timeOf(endOf(when)); !got.Equal(when) {
			t.Fatalf("%v became %v", when, got)
		}
	})
	if n := endOf(time.Time{}); n.Sign() != 0 || !timeOf(n).IsZero() {
		t.Errorf("never is %v", n)
	}
	if n := endOf(Forever); n.Cmp(maxUint256) != 0 || !timeOf(n).Equal(Forever) {
		t.Errorf("for ever is %v", n)
	}
	if got := timeOf(big.NewInt(1_700_000_000_000_000)); !got.Equal(Forever) { // somebody's milliseconds
		t.Errorf("a year beyond 9999 is %v", got)
	}
}

func TestPermissionHas(t *testing.T) {
	t.Parallel()
	now := time.Unix(1_700_000_000, 0)
	p := Permission{Edit: true, Publish: now.Add(time.Second), Subscribe: now}
	for r, want := range map[Right]bool{Edit: true, Delete: false, Grant: false, Publish: true, Subscribe: false} {
		if p.Has(r, now) != want {
			t.Errorf("%s: %v, want %v", r, !want, want)
		}
	}
	for _, r := range []Right{Edit, Delete, Publish, Subscribe, Grant} {
		given := Permission{}.with(r, true, Forever)
		if !given.Has(r, now) || given.with(r, false, time.Time{}) != (Permission{}) {
			t.Errorf("%s cannot be given and taken", r)
		}
		if back := permissionOf(given.contract()); back != given {
			t.Errorf("%s: %+v became %+v on the way through the contract's form", r, given, back)
		}
	}
}
