// Package config reads a node's configuration: one YAML file, overridden key by
// key by environment variables, overridden again by command-line settings.
//
// Every key has a dotted name, such as http.listen. It is nested in the file
// (http: {listen: …}), upper-cased with underscores in the environment
// (LOGSTORE_HTTP_LISTEN) and written as it is in a setting (--set
// http.listen=…). One table, in fields.go, lists all keys; reading, printing,
// the file that init writes and the check of the documentation all go by it.
//
// A key that does not exist is refused in a file or a setting, with the nearest
// existing one as a suggestion. An unknown LOGSTORE_… variable only gives a
// warning, because environments carry variables that nobody asked for.
//
// All problems are reported at once. Secrets (the password of the key, a bare
// private key) are accepted from the environment only and never printed.
//
//	c, err := config.Load(config.Source{File: "/etc/logstore/config.yaml", Environ: os.Environ()})
//	if err == nil {
//		err = c.Validate()
//	}
package config
