#pragma once

/// How often this program has called `operator new`.
long allocations();
