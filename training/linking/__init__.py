"""What linking learns: when two quotations report the same statement."""
