# Images: `--target api` (API and worker) and `--target console`, of one build, and `--target status`, which needs none.
# The same commands in the same order are what `npm run build` does on any machine.
FROM node:24-bookworm-slim AS build
WORKDIR /inkproof
COPY . .
RUN node tools/build.mjs

FROM build AS production
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim AS api
WORKDIR /inkproof
ENV NODE_ENV=production
COPY --from=production --chown=node:node /inkproof/node_modules ./node_modules
COPY --from=production --chown=node:node /inkproof/package.json /inkproof/package-lock.json ./
COPY --from=production --chown=node:node /inkproof/apps/api ./apps/api
COPY --from=production --chown=node:node /inkproof/apps/worker ./apps/worker
# Exports carry it away with them.
COPY --from=production --chown=node:node /inkproof/apps/verifier ./apps/verifier
COPY --from=production --chown=node:node /inkproof/libs ./libs
COPY --from=production --chown=node:node /inkproof/prisma ./prisma
COPY --from=production --chown=node:node /inkproof/tools ./tools
COPY --from=production --chown=node:node /inkproof/docs ./docs
# A volume that is mounted here belongs to whoever the folder belongs to.
RUN install -d -m 700 -o node -g node /var/lib/inkproof/objects /var/lib/inkproof/keys && install -d -m 755 -o node -g node /var/lib/inkproof/status
USER node
EXPOSE 3200
CMD ["node", "apps/api/dist/main.js"]

FROM node:24-bookworm-slim AS console
WORKDIR /inkproof
ENV NODE_ENV=production PORT=3100 HOSTNAME=0.0.0.0 NEXT_TELEMETRY_DISABLED=1
COPY --from=build --chown=node:node /inkproof/apps/console/.next/standalone ./
USER node
EXPOSE 3100
CMD ["node", "apps/console/server.js"]

# One file and Node: it goes on when nothing else does.
FROM node:24-bookworm-slim AS status
WORKDIR /inkproof
ENV NODE_ENV=production STATUS_HOST=0.0.0.0 STATUS_URL=file:///var/lib/inkproof/status
COPY --chown=node:node apps/status ./apps/status
RUN install -d -m 755 -o node -g node /var/lib/inkproof/status
USER node
EXPOSE 3300
CMD ["node", "apps/status/serve.mjs"]
