/**
 * What is asked of Projects by GraphQL: everything on an Enterprise Server, which has no REST for them, and elsewhere which of them a repository is linked to. Queries alone, with their values beside
 * them: a mutation of an iteration field clears every item's iteration (github/github-mcp-server#2953), so none is written here, and a test reads this file's texts.
 */
export const projectQueries = {
  linked: `query LinkedProjects($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    projectsV2(first: 20, orderBy: {field: UPDATED_AT, direction: DESC}) {
      nodes {
        number title url closed shortDescription updatedAt
        owner { __typename }
        statusUpdates(first: 1, orderBy: {field: CREATED_AT, direction: DESC}) {
          nodes { status startDate targetDate body createdAt creator { login } }
        }
      }
    }
  }
}`,
  fields: `query ProjectFields($owner: String!, $number: Int!) {
  repositoryOwner(login: $owner) {
    ... on ProjectV2Owner {
      projectV2(number: $number) {
        fields(first: 50) {
          nodes {
            ... on ProjectV2FieldCommon { id name dataType }
            ... on ProjectV2IterationField {
              configuration {
                iterations { id title startDate duration }
                completedIterations { id title startDate duration }
              }
            }
          }
        }
      }
    }
  }
}`,
  items: `query ProjectItems($owner: String!, $number: Int!, $after: String) {
  repositoryOwner(login: $owner) {
    ... on ProjectV2Owner {
      projectV2(number: $number) {
        items(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes {
            id isArchived
            content {
              ... on Issue { number repository { nameWithOwner } }
              ... on PullRequest { number repository { nameWithOwner } }
            }
            fieldValues(first: 50) {
              nodes {
                ... on ProjectV2ItemFieldIterationValue { iterationId field { ... on ProjectV2FieldCommon { id } } }
                ... on ProjectV2ItemFieldDateValue { date field { ... on ProjectV2FieldCommon { id } } }
              }
            }
          }
        }
      }
    }
  }
}`,
} as const;
