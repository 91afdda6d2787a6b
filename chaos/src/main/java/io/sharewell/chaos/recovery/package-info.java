/** How long it takes until a service that was killed is back at work. */
package io.sharewell.chaos.recovery;
