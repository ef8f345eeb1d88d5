// SQLite's table of functions for the VFS "sealed".
#pragma once

namespace sealed_vfs {

// Makes the VFS known to SQLite, once. Any thread.
void install_vfs();

}  // namespace sealed_vfs
