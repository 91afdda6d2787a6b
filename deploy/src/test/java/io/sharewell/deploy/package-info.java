/** Holds what is under deploy, and docker-compose.yml, to the code: nobody else would notice that they part. */
package io.sharewell.deploy;
