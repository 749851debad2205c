package api

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/logstore/logstore/message"
)

// handlerFunc answers a request. An error that comes before the first byte of the
// answer becomes a problem; after it, the connection is cut.
type handlerFunc func(w http.ResponseWriter, r *http.Request, a args) error

// args are the decoded variable segments of a path.
type args map[string]string

// route is one path with its methods. Pattern segments in braces take any value;
// the others are words that match in any letter case.
type route struct {
	pattern  string
	methods  map[string]handlerFunc // GET answers HEAD as well
	segments []string
}

// router finds routes by the path as it was sent: a %2F belongs to its segment.
type router struct{ routes []*route }

func (t *router) handle(method, pattern string, h handlerFunc) {
	i := slices.IndexFunc(t.routes, func(r *route) bool { return r.pattern == pattern })
	if i < 0 {
		segments, _ := splitPath(pattern)
		t.routes = append(t.routes, &route{pattern, make(map[string]handlerFunc), segments})
		i = len(t.routes) - 1
	}
	t.routes[i].methods[method] = h
}

// splitPath gives the segments, undecoded. One trailing slash is accepted.
func splitPath(path string) ([]string, bool) {
	path, ok := strings.CutPrefix(path, "/")
	if !ok || path == "/" {
		return nil, false
	}
	path = strings.TrimSuffix(path, "/")
	if path == "" {
		return nil, true
	}
	return strings.Split(path, "/"), true
}

func (rt *route) match(segments []string) (args, bool) {
	if len(segments) != len(rt.segments) {
		return nil, false
	}
	var a args
	for i, want := range rt.segments {
		if want[0] != '{' {
			if !strings.EqualFold(want, segments[i]) {
				return nil, false
			}
			continue
		}
		value, err := url.PathUnescape(segments[i])
		if err != nil || value == "" {
			return nil, false
		}
		if a == nil {
			a = make(args, 3)
		}
		a[strings.Trim(want, "{}")] = value
	}
	return a, true
}

// find returns the route of a path, or a problem. Words win over variables because
// routes are registered in that order.
func (t *router) find(u *url.URL) (*route, args, error) {
	path := u.EscapedPath()
	segments, ok := splitPath(path)
	if ok {
		for _, rt := range t.routes {
			if a, ok := rt.match(segments); ok {
				return rt, a, nil
			}
		}
	}
	if id := t.unencodedID(segments); id != "" {
		return nil, nil, problemf(codeNotFound, "no such path %s; a stream id is one segment, so write its slashes as %%2F: %s", clip(path), clip(url.PathEscape(id)))
	}
	return nil, nil, problemf(codeNotFound, "no such path %s; see /openapi.json for those that exist", clip(path))
}

// unencodedID guesses the stream id in a path whose id was not encoded.
func (t *router) unencodedID(segments []string) string {
	if len(segments) < 3 || !strings.EqualFold(segments[0], "stores") && !strings.EqualFold(segments[0], "streams") {
		return ""
	}
	for end := len(segments); end > 2; end-- {
		joined := append([]string{segments[0], "id"}, segments[end:]...)
		for _, rt := range t.routes {
			if _, ok := rt.match(joined); ok {
				id, err := url.PathUnescape(strings.Join(segments[1:end], "/"))
				// The longest rest that is a route leaves the shortest id.
				if err == nil && !slices.ContainsFunc(segments[1:end], func(s string) bool { return s == "data" || s == "partitions" }) {
					return id
				}
			}
		}
	}
	return ""
}

// allowed lists the methods of a route for the Allow header.
func (rt *route) allowed() string {
	list := []string{http.MethodOptions}
	for m := range rt.methods {
		list = append(list, m)
		if m == http.MethodGet {
			list = append(list, http.MethodHead)
		}
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

func (rt *route) handler(method string) (handlerFunc, bool) {
	if method == http.MethodHead {
		method = http.MethodGet
	}
	h, ok := rt.methods[method]
	return h, ok
}

// streamID reads the stream id of the path.
func (a args) streamID() (message.StreamID, error) {
	id, err := message.ParseStreamID(a["id"], "")
	if err != nil {
		return "", &problem{code: codeInvalidStreamID, detail: err.Error()}
	}
	return id, nil
}

// partition reads the partition of the path as the original does. Numbers outside
// of 0…99 are left to the caller: no message is stored there.
func (a args) partition() (int64, error) {
	n, ok := parseInt(a["partition"])
	if !ok {
		return 0, badParameter("partition", "Path parameter \"partition\" not a number: %s", clip(a["partition"]))
	}
	return n, nil
}
