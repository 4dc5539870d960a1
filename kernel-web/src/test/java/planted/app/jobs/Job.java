package planted.app.jobs;

import planted.app.widgets.Widget;

record Job(Widget widget) {}
