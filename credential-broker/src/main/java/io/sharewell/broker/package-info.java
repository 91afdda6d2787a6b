/** The service credential-broker: its settings, and how its parts are put together. */
package io.sharewell.broker;
