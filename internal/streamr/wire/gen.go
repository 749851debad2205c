package wire

//go:generate ../../../scripts/proto.sh
