# Native modules are compiled here; nothing of the compiler reaches the image that runs.
FROM node:20-bookworm-slim AS build
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts \
  && npm rebuild better-sqlite3 esbuild \
  # Without it the prebuilt segmenter takes over, and `doctor` says so.
  && (npm rebuild nodejieba || true)
COPY scripts/build.mjs scripts/build-web.mjs scripts/stale.mjs scripts/
COPY tsconfig.json .
COPY web web
COPY src src
COPY workers workers
RUN node scripts/build.mjs && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends tini \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production JIANNUO_PROFILE=cluster
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY fixtures/documents fixtures/documents
COPY bin bin
USER node
EXPOSE 8750
# tini passes signals on and reaps the readers' child processes.
ENTRYPOINT ["tini", "--", "node", "bin/jiannuo.js"]
CMD ["serve"]
