/** Start-up caches of the services: what their JVMs learn in one small sweep. */
package io.sharewell.chaos.startup;
