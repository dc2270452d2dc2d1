/** Accounts and API keys of the shown runtime. */
@NullMarked
package org.postyard.console.ui.account;

import org.jspecify.annotations.NullMarked;
