/**
 * The region-scanner: lists the workloads of one account in one Region, or the invitations that wait there. Here are its
 * settings.
 */
package io.sharewell.scanner;
