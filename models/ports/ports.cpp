// SPDX-License-Identifier: GPL-3.0-or-later
// The interfaces' meta-objects are generated into this unit.
#include "ports/catalogue_reader.h"
#include "ports/command_sink.h"
#include "ports/command_withdrawal.h"
#include "ports/inventory_reader.h"
#include "ports/orders_export.h"
#include "ports/orders_reader.h"
#include "ports/print_log.h"
#include "ports/reviews_reader.h"
#include "ports/sales_reader.h"
#include "ports/session.h"
#include "ports/sync_control.h"
#include "ports/upkeep.h"
