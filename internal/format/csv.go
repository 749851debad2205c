package format

import (
	"bytes"
	"encoding/hex"
	"strconv"

	"github.com/logstore/logstore/message"
)

// AppendCSVHeader appends the line that names the columns.
func AppendCSVHeader(dst []byte) []byte {
	return append(dst, "streamId,partition,timestamp,sequenceNumber,publisherId,msgChainId,contentType,encryptionType,"+
		"content,signatureType,signature,prevTimestamp,prevSequenceNumber\r\n"...)
}

// AppendCSV appends the row of a message, ended by CR LF, with fields quoted where
// RFC 4180 asks for it. Numbers are those of the flat object. The content is the
// exact bytes of the signed text, or hex if it is binary or encrypted; the
// signature is hex. The last two columns are empty for the first of a chain.
func AppendCSV(dst []byte, m *message.Message) []byte {
	dst = appendCell(dst, []byte(m.Stream))
	dst = append(dst, ',')
	dst = strconv.AppendInt(dst, int64(m.Partition), 10)
	dst = append(dst, ',')
	dst = appendRefNumbers(dst, m.Ref())
	dst = append(dst, ",0x"...)
	dst = appendHexString(dst, string(m.Publisher))
	dst = append(dst, ',')
	dst = appendCell(dst, []byte(m.Chain))
	dst = append(dst, ',')
	dst = strconv.AppendInt(dst, int64(m.ContentType), 10)
	dst = append(dst, ',')
	dst = appendEncryptionType(dst, m)
	dst = append(dst, ',')
	if isPlainJSON(m) {
		dst = appendCell(dst, m.Content)
	} else {
		dst = hex.AppendEncode(dst, m.Content)
	}
	dst = append(dst, ',')
	dst = strconv.AppendInt(dst, int64(m.SignatureType), 10)
	dst = append(dst, ',')
	dst = hex.AppendEncode(dst, m.Signature)
	dst = append(dst, ',')
	if m.PrevRef != nil {
		dst = appendRefNumbers(dst, *m.PrevRef)
	} else {
		dst = append(dst, ',')
	}
	return append(dst, '\r', '\n')
}

func appendCell(dst, cell []byte) []byte {
	if bytes.IndexByte(cell, '"') < 0 && bytes.IndexByte(cell, ',') < 0 &&
		bytes.IndexByte(cell, '\n') < 0 && bytes.IndexByte(cell, '\r') < 0 {
		return append(dst, cell...)
	}
	dst = append(dst, '"')
	for {
		i := bytes.IndexByte(cell, '"')
		if i < 0 {
			break
		}
		dst = append(dst, cell[:i+1]...)
		dst = append(dst, '"')
		cell = cell[i+1:]
	}
	dst = append(dst, cell...)
	return append(dst, '"')
}
