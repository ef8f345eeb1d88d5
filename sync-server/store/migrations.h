// The server's tables, from the first version to this one.
#pragma once

#include "shared/db/migrations.h"

#include <span>

namespace server_store {

std::span<const db::Migration> migrations();

}  // namespace server_store
