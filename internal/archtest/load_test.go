package archtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
)

const module = "github.com/logstore/logstore"

// pkg is what the go command says about a package of the project.
type pkg struct {
	ImportPath   string
	Name         string
	Dir          string
	Doc          string
	GoFiles      []string
	CgoFiles     []string
	TestGoFiles  []string
	XTestGoFiles []string
	Imports      []string
	Deps         []string
	Standard     bool
	Module       *struct{ Path string }
}

// rel is the path inside the module; the module's root is ".".
func (p *pkg) rel() string {
	if p.ImportPath == module {
		return "."
	}
	return strings.TrimPrefix(p.ImportPath, module+"/")
}

// own reports whether an import path belongs to the project, and gives its path in it.
func own(path string) (string, bool) {
	if path == module {
		return ".", true
	}
	return strings.CutPrefix(path, module+"/")
}

// standard reports whether an import path is of the standard library: its first
// element has no dot.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

var load = sync.OnceValues(func() ([]*pkg, error) {
	return goList("-deps=false", "./...")
})

// project lists the packages of the project, in order.
func project(t *testing.T) []*pkg {
	t.Helper()
	pkgs, err := load()
	if err != nil {
		t.Fatalf("list the packages of the project: %v", err)
	}
	if len(pkgs) == 0 {
		t.Fatal("the project has no packages")
	}
	return pkgs
}

func goList(args ...string) ([]*pkg, error) {
	const fields = "ImportPath,Name,Dir,Doc,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles,Imports,Deps,Standard,Module"
	cmd := exec.Command("go", append([]string{"list", "-e", "-json=" + fields}, args...)...)
	cmd.Dir = "../.."
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, errors.Join(err, errors.New(stderr.String()))
	}
	var pkgs []*pkg
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		pkgs = append(pkgs, &p)
	}
	slices.SortFunc(pkgs, func(a, b *pkg) int { return strings.Compare(a.ImportPath, b.ImportPath) })
	return pkgs, nil
}
