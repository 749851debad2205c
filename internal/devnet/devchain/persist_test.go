package devchain

func runAsVictim() bool { return false }
