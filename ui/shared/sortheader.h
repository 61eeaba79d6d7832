// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QHeaderView;
class QMenu;
class QTableView;

namespace walkabout::sortheader {

/// The header of the view sorts: a click upwards, a second downwards, a third back to the order of the rows themselves.
/// It selects nothing.
void dress(QTableView &view);
/// What a click on this section does, for the keyboard.
void click(QHeaderView &header, int section);
/// The same, by name, in a menu.
void addTo(QMenu &menu, QHeaderView &header, int section);

} // namespace walkabout::sortheader
