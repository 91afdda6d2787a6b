/** The broker's two stages: accounts that are to be opened, and records whose session is over. */
package io.sharewell.broker.messaging;
