/**
 * `p`, the living point at a place of a remark, and `d`, the decision in force on it. Looked up by index for each remark, whatever the
 * planner believes: after a mass answer both tables are large and have no statistics yet, and a join of what it takes for two rows
 * once compared each member of a group with every point there is.
 */
export const pointByIndex = (remarkId: string, position: string): string => `
    left join lateral (
      select p.id from point p
       where p.remark_id = ${remarkId} and p.position = ${position} and p.retired_at is null limit 1) as p on true`;

export const decisionByIndex = `
    left join lateral (
      select d.* from decision d where d.point_id = p.id and d.superseded_at is null limit 1) as d on true`;
