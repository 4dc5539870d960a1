@Uses({"metrics"})
package planted.idle.health;

import io.appkernel.Uses;
