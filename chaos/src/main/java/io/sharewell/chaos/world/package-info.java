/** Where chaos takes place: a broker, a simulated AWS, and the four services as processes, watched from outside. */
package io.sharewell.chaos.world;
