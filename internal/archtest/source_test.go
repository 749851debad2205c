package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Every package begins with a sentence that says what it is.
func TestPackagesAreDocumented(t *testing.T) {
	t.Parallel()
	for _, p := range project(t) {
		switch {
		case len(p.GoFiles)+len(p.CgoFiles) == 0:
			continue // only tests
		case p.Doc == "":
			t.Errorf("package %s has no package comment", p.rel())
		case p.Name != "main" && !strings.HasPrefix(p.Doc, "Package "+p.Name+" "):
			t.Errorf("package %s: the comment begins %q, expected \"Package %s …\"", p.rel(), p.Doc, p.Name)
		}
	}
}

// A test that sleeps is slow when it passes and wrong when the machine is busy.
// Wait for a condition or a channel, or use testing/synctest, whose time costs
// nothing: inside a bubble Sleep is allowed.
func TestTestsDoNotSleep(t *testing.T) {
	t.Parallel()
	eachTestFile(t, func(name string, file *ast.File, at func(token.Pos) token.Position) {
		if imports(file, "testing/synctest") {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Sleep" {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" {
					t.Errorf("%s: a test sleeps", at(sel.Pos()))
				}
			}
			return true
		})
	})
}

// Tests that open ports open them on loopback only, and let the system choose.
func TestTestsListenOnLoopback(t *testing.T) {
	t.Parallel()
	eachTestFile(t, func(name string, file *ast.File, at func(token.Pos) token.Position) {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) < 2 {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || sel.Sel.Name != "Listen" {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); !ok || x.Name != "net" {
				return true
			}
			lit, ok := call.Args[1].(*ast.BasicLit)
			if ok && !strings.HasPrefix(lit.Value, `"127.0.0.1:0`) && !strings.HasPrefix(lit.Value, `"[::1]:0`) && !strings.HasPrefix(lit.Value, `"localhost:0`) {
				t.Errorf("%s: a test listens on %s, expected \"127.0.0.1:0\"", at(call.Pos()), lit.Value)
			}
			return true
		})
	})
}

// The number of modules in a build is a cost that grows unseen; this shows it.
func TestModuleCount(t *testing.T) {
	t.Parallel()
	// A whole Ethereum node for the devnet brought the last twenty.
	const most = 110
	pkgs, err := goList("-deps", "./cmd/logstore")
	if err != nil {
		t.Fatal(err)
	}
	modules := map[string]bool{}
	for _, p := range pkgs {
		if p.Module != nil && p.Module.Path != module {
			modules[p.Module.Path] = true
		}
	}
	t.Logf("the logstore program is built from %d packages of %d modules besides its own", len(pkgs), len(modules))
	if len(modules) > most {
		t.Errorf("%d modules, more than %d: is the new dependency worth it? If so, raise the bound", len(modules), most)
	}
}

func eachTestFile(t *testing.T, visit func(name string, file *ast.File, at func(token.Pos) token.Position)) {
	t.Helper()
	fset := token.NewFileSet()
	for _, name := range sources(t, "_test.go") {
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Errorf("parse %s: %v", name, err)
			continue
		}
		visit(name, file, fset.Position)
	}
}

func imports(file *ast.File, path string) bool {
	return slices.ContainsFunc(file.Imports, func(s *ast.ImportSpec) bool { return s.Path.Value == `"`+path+`"` })
}

// sources lists the files of the project whose names end in suffix, those behind
// build tags included.
func sources(t *testing.T, suffix string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir("../..", func(name string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := entry.Name(); entry.IsDir() && (base == "node_modules" || base == "testdata" || base == "bin" || len(base) > 2 && base[0] == '.') {
			return filepath.SkipDir
		}
		if !entry.IsDir() && strings.HasSuffix(name, suffix) {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Fatalf("no file ends in %s", suffix)
	}
	return names
}
