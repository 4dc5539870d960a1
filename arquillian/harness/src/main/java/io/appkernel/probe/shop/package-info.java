/** Routes over entities, in the app's WAR, with an entity of its own. */
package io.appkernel.probe.shop;
