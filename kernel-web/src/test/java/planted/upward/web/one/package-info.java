@Uses({"web.two"})
package planted.upward.web.one;

import io.appkernel.Uses;
