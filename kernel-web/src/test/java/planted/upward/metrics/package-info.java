@Uses({"jobs"})
package planted.upward.metrics;

import io.appkernel.Uses;
