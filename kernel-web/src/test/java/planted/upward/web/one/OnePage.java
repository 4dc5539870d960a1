package planted.upward.web.one;

import planted.upward.web.two.TwoPage;

record OnePage(TwoPage other) {}
