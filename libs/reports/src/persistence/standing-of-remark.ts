/**
 * What stands beside a remark `r`: `g` the group it is answered with (REQ-44), `h` the ground under which it is hidden (REQ-116).
 * Looked up by index for each remark, whatever the planner believes: tables that were filled a moment ago have no statistics yet,
 * and a join of what it takes for two rows once compared every remark with every other.
 */
export const standingOfRemark = `
    left join lateral (
      select g.no, g.representative_id from remark_group_member m join remark_group g on g.id = m.group_id
       where m.remark_id = r.id and m.left_at is null and r.state = 'RECEIVED' limit 1) as g on true
    left join lateral (
      select h.ground from hiding h where h.remark_id = r.id and h.state = 'IN_FORCE' and h.extent = 'WHOLE' and r.state = 'HIDDEN' limit 1) as h on true`;
